"""Acts that establish and change units. (Decrees that merge and split come with the territory chapter.)"""
