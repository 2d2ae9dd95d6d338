"""Reads and writes folders that lie elsewhere: on S3, behind SFTP, wherever fsspec reaches."""

from pipeline.location.folder import (
    Folder,
    LacksPackagesError,
    Listed,
    LocationError,
    is_remote,
    local_path,
)
from pipeline.location.inputs import bring_inputs
from pipeline.location.scratch import Scratch
from pipeline.location.sending import send

__all__ = [
    "Folder",
    "LacksPackagesError",
    "Listed",
    "LocationError",
    "Scratch",
    "bring_inputs",
    "is_remote",
    "local_path",
    "send",
]
