"""An SFTP server over a folder of this machine, which lets anybody in."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import paramiko
from paramiko import SFTP_OK, SFTPAttributes, SFTPHandle, SFTPServer, SFTPServerInterface


class Anybody(paramiko.ServerInterface):
    """Lets in whoever has a password."""

    def check_auth_password(self, username: str, password: str) -> int:
        return paramiko.AUTH_SUCCESSFUL

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return paramiko.OPEN_SUCCEEDED

    def get_allowed_auths(self, username: str) -> str:
        return "password"


class Handle(SFTPHandle):
    """An open file."""

    def stat(self) -> SFTPAttributes:
        return SFTPAttributes.from_stat(os.fstat(self.readfile.fileno()))


class Files(SFTPServerInterface):
    """The files below a folder."""

    root = Path()

    def _at(self, path: str) -> Path:
        return self.root / path.lstrip("/")

    def list_folder(self, path: str) -> list[SFTPAttributes] | int:
        try:
            return [
                SFTPAttributes.from_stat(entry.stat(), entry.name)
                for entry in os.scandir(self._at(path))
            ]
        except OSError as error:
            return SFTPServer.convert_errno(error.errno)

    def stat(self, path: str) -> SFTPAttributes | int:
        try:
            return SFTPAttributes.from_stat(self._at(path).stat())
        except OSError as error:
            return SFTPServer.convert_errno(error.errno)

    lstat = stat

    def open(self, path: str, flags: int, attr: SFTPAttributes) -> SFTPHandle | int:
        try:
            number = os.open(self._at(path), flags, 0o644)
        except OSError as error:
            return SFTPServer.convert_errno(error.errno)
        handle = Handle(flags)
        mode = "rb" if not flags & (os.O_WRONLY | os.O_RDWR) else "wb"
        handle.readfile = handle.writefile = os.fdopen(number, mode)
        return handle

    def posix_rename(self, oldpath: str, newpath: str) -> int:
        self._at(oldpath).replace(self._at(newpath))
        return SFTP_OK

    def mkdir(self, path: str, attr: SFTPAttributes) -> int:
        self._at(path).mkdir()
        return SFTP_OK


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Yield the port at which a folder is served."""
    key = paramiko.RSAKey.generate(2048)
    files = type("FilesBelow", (Files,), {"root": folder})
    transports: list[paramiko.Transport] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            transport = paramiko.Transport(connection)
            transport.add_server_key(key)
            transport.set_subsystem_handler("sftp", SFTPServer, files)
            transport.start_server(server=Anybody())
            transports.append(transport)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            server.shutdown(socket.SHUT_RDWR)
            for transport in transports:
                transport.close()
    thread.join()
