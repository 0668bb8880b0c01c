print(__name__)
if __name__ == "__main__":
    print("main")
print(__doc__, __file__.endswith("dunder_name_and_main.py"))
