"""How many threads libraries may start on their own: none, as the workers use the cores.

A sum that is shared among threads also comes out otherwise in its last digit, and the index must
not depend on how many processors a computer has.
"""

from __future__ import annotations

#: Variables of the environment that libraries read when they are loaded.
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)
