print("main")
import broken
