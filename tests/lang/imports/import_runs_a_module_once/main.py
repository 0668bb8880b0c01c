import helper
import helper as again
from helper import value, change

print(helper is again, value)
change(5)
print(helper.value, value)
