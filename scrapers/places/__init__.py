"""Where did it happen, and which country does it concern?"""
