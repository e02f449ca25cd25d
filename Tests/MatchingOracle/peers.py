"""What somebody at home with data would use instead: the nearest start of the same outlet, whatever the title.

    peers.py FOLDER duckdb|pandas PAIRS.csv

Prints JSON: the seconds of processor time of `reading` both files and of the `join`, without those of importing the library and of
writing PAIRS.csv (`row,id`, a line for each row of the log in its order).
"""

import json
import sys
import time


class DuckDB:
    """The latest placement that starts at most half an hour after the row: DuckDB's ASOF join has no nearest."""

    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()
        self.connection.execute("set threads = 2")

    def read(self, folder):
        for name in ("planned", "asrun"):
            self.connection.execute(
                f"create table {name} as select * from read_csv(?)", [f"{folder}/{name}.csv"]
            )

    JOIN = """
        from asrun asof left join planned
          on asrun.outlet = planned.outlet
          and asrun.start >= planned.start - interval 30 minute
        """

    def join(self):
        self.connection.execute("select count(planned.id)" + self.JOIN).fetchone()

    def write(self, path):
        self.connection.execute(
            f"copy (select asrun.rowid + 1 as row, planned.id {self.JOIN} order by row) to '{path}' (header)"
        )


class Pandas:
    """The nearest placement within half an hour."""

    def __init__(self):
        import pandas

        self.pandas = pandas

    def read(self, folder):
        self.planned, self.log = (
            self.pandas.read_csv(f"{folder}/{name}.csv", parse_dates=["start"]).sort_values("start")
            for name in ("planned", "asrun")
        )

    def join(self):
        self.log["row"] = self.log.index + 1
        self.pairs = self.pandas.merge_asof(
            self.log, self.planned, on="start", by="outlet", direction="nearest",
            tolerance=self.pandas.Timedelta("30min"),
        )  # fmt: skip

    def write(self, path):
        pairs = self.pairs.sort_values("row")[["row", "id"]].astype({"id": "Int64"})
        pairs.to_csv(path, index=False)


def main():
    folder, name, path = sys.argv[1:]
    peer = {"duckdb": DuckDB, "pandas": Pandas}[name]()
    times = [time.process_time()]
    peer.read(folder)
    times.append(time.process_time())
    peer.join()
    times.append(time.process_time())
    peer.write(path)
    print(json.dumps({"reading": times[1] - times[0], "join": times[2] - times[1]}))


if __name__ == "__main__":
    main()
