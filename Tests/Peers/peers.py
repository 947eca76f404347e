"""Trains other learners on the same file and folds as `hark evaluate` and prints one table, Hark's row first.

Every learner runs alone in a process of its own with one thread, so that times and peak memory can be compared.
Training time is processor time a fold; for Hark it includes reading the file. Rows are scored from columns by Hark, from a
data frame by the others; one row is scored with its reasons by Hark, without by the others.
"""

import argparse
import json
import multiprocessing
import os
import resource
import subprocess
import tempfile
import time


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--target", required=True)
    parser.add_argument("--positive", help="the value of the target that counts; needed unless it is 1, true or yes")
    parser.add_argument("--drop", default="", help="columns to leave out, with commas between them")
    parser.add_argument("--fold", required=True, help="the column that says which fold a row is tested in")
    parser.add_argument("--hark", default=".build/release/hark")
    parser.add_argument("--bench", default=".build/release/hark-bench")
    return parser.parse_args()


def table(options):
    """Features, outcomes and folds; a column is numeric where every text in it is."""
    import pandas

    rows = pandas.read_csv(options.file, dtype=str, keep_default_na=False)
    positive = [options.positive.lower()] if options.positive else ["1", "1.0", "true", "yes"]
    outcomes = rows[options.target].str.strip().str.lower().isin(positive).astype(int).to_numpy()
    folds = rows[options.fold].to_numpy()
    dropped = [name for name in options.drop.split(",") if name] + [options.target, options.fold]
    rows = rows.drop(columns=dropped)
    for name in rows.columns:
        texts = rows[name].str.strip()
        numbers = pandas.to_numeric(texts, errors="coerce")
        isNumeric = numbers[texts != ""].notna().all() and numbers.notna().any()
        rows[name] = numbers if isNumeric else texts.astype("category")
    return rows, outcomes, folds


def learners():
    """Each learner by name: a function that makes it for a table's categorical and numeric columns."""

    def encoded(model, scale=False):
        def make(categories, numbers):
            from sklearn.compose import make_column_transformer
            from sklearn.impute import SimpleImputer
            from sklearn.pipeline import make_pipeline
            from sklearn.preprocessing import OneHotEncoder, StandardScaler

            steps = [SimpleImputer(strategy="median")] + ([StandardScaler()] if scale else [])
            columns = make_column_transformer(
                (OneHotEncoder(handle_unknown="ignore", min_frequency=5), categories),
                (make_pipeline(*steps), numbers),
            )
            return make_pipeline(columns, model())

        return make

    def forest():
        from sklearn.ensemble import RandomForestClassifier

        return RandomForestClassifier(random_state=1, n_jobs=1)

    def logistic():
        from sklearn.linear_model import LogisticRegression

        return LogisticRegression(max_iter=2000)

    def lightgbm(categories, numbers):
        from lightgbm import LGBMClassifier

        return LGBMClassifier(
            n_estimators=300, learning_rate=0.03, num_leaves=15, min_child_samples=30, subsample=0.8,
            subsample_freq=1, colsample_bytree=0.6, reg_lambda=5, verbose=-1, n_jobs=1, random_state=1)

    def xgboost(categories, numbers):
        from xgboost import XGBClassifier

        return XGBClassifier(
            n_estimators=300, learning_rate=0.03, max_depth=4, min_child_weight=5, subsample=0.8,
            colsample_bytree=0.6, reg_lambda=5, enable_categorical=True, tree_method="hist", n_jobs=1, random_state=1)

    def interpret(categories, numbers):
        from interpret.glassbox import ExplainableBoostingClassifier

        return ExplainableBoostingClassifier(n_jobs=1, random_state=1)

    return {
        "random forest": encoded(forest), "logistic": encoded(logistic, scale=True), "LightGBM": lightgbm,
        "XGBoost": xgboost, "interpret EBM": interpret,
    }


def calibrationError(outcomes, chances):
    """The mean distance of forecast and share in ten groups of equal size, as `hark evaluate` takes it."""
    import numpy

    groups = numpy.array_split(numpy.argsort(chances, kind="stable"), 10)
    return sum(abs(outcomes[group].sum() - chances[group].sum()) for group in groups) / len(outcomes)


def measured(name, options, answers):
    """Trains and tests one learner on every fold; the answer is a row of the printed table."""
    import warnings

    from sklearn.metrics import log_loss, roc_auc_score

    warnings.simplefilter("ignore")
    rows, outcomes, folds = table(options)
    categories = [column for column in rows if str(rows[column].dtype) == "category"]
    numbers = [column for column in rows if column not in categories]
    aucs, losses, errors, training, scoring, single = [], [], [], [], [], []
    for fold in sorted(set(folds)):
        test = folds == fold
        model = learners()[name](categories, numbers)
        start = time.process_time()
        model.fit(rows[~test], outcomes[~test])
        training.append(time.process_time() - start)
        start = time.perf_counter()
        chances = model.predict_proba(rows[test])[:, 1]
        scoring.append(test.sum() / (time.perf_counter() - start))
        one = rows[test].iloc[:1]
        start = time.perf_counter()
        for _ in range(20):
            model.predict_proba(one)
        single.append((time.perf_counter() - start) / 20)
        aucs.append(roc_auc_score(outcomes[test], chances))
        losses.append(log_loss(outcomes[test], chances))
        errors.append(calibrationError(outcomes[test], chances))

    def mean(values):
        return sum(values) / len(values)

    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answers.put(
        (name, mean(aucs), mean(losses), mean(errors), mean(training), mean(scoring), mean(single) * 1e3, memory))


def hark(options):
    """Hark's row, from `hark evaluate` on the same file and folds."""
    command = [options.hark, "evaluate", options.file, "--target", options.target, "--fold", options.fold, "--json"]
    if options.drop:
        command += ["--drop", options.drop]
    if options.positive:
        command += ["--positive", options.positive]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    answer = json.loads(process.stdout.read())
    _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit("hark evaluate failed")
    seconds = (used.ru_utime + used.ru_stime) / len(answer["folds"])
    mean = answer["mean"]
    speed = scoring(options)
    return (
        "Hark", mean["auc"], mean["logLoss"], mean["ece"], seconds, speed["rowsPerSecond"], speed["rowMilliseconds"],
        used.ru_maxrss / 1024,
    )


def scoring(options):
    """Hark's speed from columns and for one row with its reasons, measured by its own benchmark on the same table."""
    rows, outcomes, _ = table(options)
    rows.columns = [
        ("c:" if rows[name].dtype.name == "category" else "n:") + name.replace("\t", " ") for name in rows.columns
    ]
    rows["outcome"] = outcomes
    with tempfile.NamedTemporaryFile(suffix=".tsv") as file:
        rows.to_csv(file.name, sep="\t", index=False)
        command = [options.bench, "table", file.name]
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def line(row):
    cells = [f"{row[1]:.4f}", f"{row[2]:.4f}", f"{row[3]:.3f}", f"{row[4]:.2f}"]
    cells += [f"{row[5]:,.0f}" if row[5] else "-", f"{row[6]:.2f}" if row[6] else "-", f"{row[7]:.0f}"]
    return f"{row[0]:<15}" + "".join(f"{cell:>11}" for cell in cells)


def main():
    options = arguments()
    heads = ["AUC", "log-loss", "ECE", "train s", "rows/s", "1 row ms", "peak MB"]
    print(f"{'':<15}" + "".join(f"{head:>11}" for head in heads))
    print(line(hark(options)), flush=True)
    context = multiprocessing.get_context("spawn")
    for name in learners():
        answers = context.Queue()
        process = context.Process(target=measured, args=(name, options, answers))
        process.start()
        print(line(answers.get(timeout=1800)), flush=True)
        process.join()


if __name__ == "__main__":
    main()
