"""The printed order: that of the newest list, with the codes that it lacks put where they once stood.

Everything below a row must follow it in one run, in every edition: C reads "is below" off row numbers.
Within a category, code prefixes and printed order agree on that; between categories they do not (C4A stands
between C43 and C44), so a code is only ever placed next to a category, never inside another.
"""

import os

CATEGORY = 3


class PrintedOrder:
    def __init__(self, codes):
        """`codes` in printed order, all of a category in one run."""
        self.categories = {}
        for code in codes:
            self.categories.setdefault(code[:CATEGORY], []).append(code)
        self.names = list(self.categories)

    def __iter__(self):
        for name in self.names:
            yield from self.categories[name]

    def __contains__(self, code):
        return code in self.categories.get(code[:CATEGORY], ())

    def follow(self, code, predecessor):
        """Puts `code` behind `predecessor`, and behind what lies below the two's parting: no run is broken."""
        shared = len(os.path.commonprefix([code, predecessor]))
        if shared < CATEGORY:
            self.new_category(code, predecessor)
        elif shared == len(predecessor):
            rows = self.categories[code[:CATEGORY]]
            rows.insert(rows.index(predecessor) + 1, code)
        else:
            branch, rows = predecessor[:shared + 1], self.categories[code[:CATEGORY]]
            last = max(place for place, row in enumerate(rows) if row.startswith(branch))
            rows.insert(last + 1, code)

    def new_category(self, code, predecessor):
        name = code[:CATEGORY]
        if name in self.categories:  # the category's first row, newly known
            self.categories[name].insert(0, code)
        else:
            self.categories[name] = [code]
            self.names.insert(self.names.index(predecessor[:CATEGORY]) + 1 if predecessor else 0, name)

    def take_list(self, codes):
        """Codes of an older list, in its order: each one not known yet follows the one before it."""
        predecessor = ""
        for code in codes:
            if code not in self:
                self.follow(code, predecessor)
            predecessor = code

    def take_alone(self, code):
        """A code known from no list: under its longest ancestor, behind the last smaller code there."""
        self.follow(code, self.neighbour(code))

    def neighbour(self, code):
        rows = self.categories.get(code[:CATEGORY])
        if not rows:
            smaller = [name for name in self.names if name < code]
            return self.categories[max(smaller)][-1] if smaller else ""
        ancestor = next((code[:length] for length in range(len(code) - 1, CATEGORY - 1, -1) if code[:length] in rows), "")
        smaller = [row for row in rows if row.startswith(ancestor) and row < code]
        return smaller[-1] if smaller else ""
