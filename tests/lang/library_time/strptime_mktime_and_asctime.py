import time
print(time.strptime('2024-02-29 10:11:12', '%Y-%m-%d %H:%M:%S'))
print(time.strptime('Thu Feb 29 13:05:09 2024'))
print(time.mktime(time.strptime('2024', '%Y')), time.asctime(time.gmtime(0)))
try:
    time.strptime('x', '%Y')
except ValueError as e:
    print(e)
print(time.strftime('%-d %-m %-H|%s', time.gmtime(0)))
