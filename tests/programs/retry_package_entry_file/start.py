from app import runner

print("starting", __name__)
runner.go()
