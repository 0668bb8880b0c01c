import time
from datetime import datetime

print(time.time(), time.monotonic(), time.perf_counter())
start = time.perf_counter()
time.sleep(1.5)
print(time.perf_counter() - start, datetime.now(), datetime.now().strftime("%H:%M:%S"))
time.sleep(86400)
print(datetime.now(), time.time(), f"{datetime.now():%Y-%m-%d}")
print(time.strftime("%Y-%m-%d %H:%M:%S"), time.ctime(0))
for bad in (-1, "a"):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
