import sys

try:
    sys.exit("something went wrong")
finally:
    print("finally runs")
