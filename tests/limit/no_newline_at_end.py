if True:
    print("end")