"""How fast the program is and how much memory it takes, on inputs of any size.

All of it on one thread a process, as the program runs; numpy asks the environment when it loads.
"""

import os

from pipeline.threads import ONE_THREAD

os.environ.update(ONE_THREAD)
