"""A world of sectors in numpy, from the equations of Caliendo and Parro (2015) and the raw accounts alone.

Reads JSON from stdin: n economies, s sectors, and row by row trade (exporter, importer, sector) in customs value, inputs
(economy, input, using sector), elasticities, tariffs (sector, importer, exporter; none before), and how many solves to time.
Writes JSON: numpy's version, the processor time of each solve in milliseconds, sweeps, the largest gap over all equations, and welfare in percent.
Anderson's method over log wages, prices and spending; the terms of tariffs are taken out of the loop.
"""

import json
import sys
import time

import numpy as np

MEMORY = 8
TOLERANCE = 1e-12


def calibrate(data):
    n, s = data["n"], data["s"]
    trade = np.array(data["trade"], float).reshape(n, n, s).transpose(2, 1, 0)  # sector, importer, exporter
    inputs = np.array(data["inputs"], float).reshape(n, s, s)
    spending = trade.sum(2)  # sector, economy
    output = trade.sum(1)
    sold = np.where(output > 0, output, 1).T[:, None, :]
    needed = inputs / sold  # economy, input, using sector
    value_added_share = 1 - needed.sum(1).T
    final = spending - inputs.sum(2).T
    value_added = (value_added_share * output).sum(0)
    return {
        "share": np.divide(trade, spending[:, :, None], out=np.zeros_like(trade), where=spending[:, :, None] > 0),
        "needed": needed,
        "cost_of": np.ascontiguousarray(needed.transpose(0, 2, 1)),
        "gamma": value_added_share,
        "alpha": final / final.sum(0),
        "value_added": value_added,
        "deficit": final.sum(0) - value_added,
        "income": final.sum(0),
        "spending": spending,
        "theta": np.array(data["elasticities"], float)[:, None],
    }


def solve(world, duty):
    share, theta, gamma = world["share"], world["theta"], world["gamma"]
    value_added, alpha, deficit = world["value_added"], world["alpha"], world["deficit"]
    total = value_added.sum()
    n, s = len(value_added), len(theta)
    traded = share * duty ** -theta[:, :, None]
    net = traded / duty
    back = np.ascontiguousarray(net.transpose(0, 2, 1))
    used = world["spending"] > 0

    def image(state):
        wage = state[:n]
        price = state[n : n + s * n].reshape(s, n)
        spent = world["spending"] * np.exp(state[n + s * n :].reshape(s, n))
        cost = gamma * wage + (world["cost_of"] @ price.T[:, :, None])[:, :, 0].T
        appeal = np.exp(-theta * cost)
        sums = (traded @ appeal[:, :, None])[:, :, 0]
        ok = sums > 0
        new_price = np.where(ok, -np.log(np.where(ok, sums, 1)) / theta, 0)
        per = np.where(ok, spent / np.where(ok, sums, 1), 0)
        sales = (back @ per[:, :, None])[:, :, 0] * appeal
        kept = per * (net @ appeal[:, :, None])[:, :, 0]
        revenue = (spent - kept).sum(0)
        income = value_added * np.exp(wage) + revenue + deficit
        wanted = alpha * income + (world["needed"] @ sales.T[:, :, None])[:, :, 0].T
        asked = np.log((gamma * sales).sum(0) / value_added)
        new_spent = np.log(np.where(used, wanted / np.where(used, world["spending"], 1), 1))
        gap = np.concatenate([asked - wage, new_price.ravel() - price.ravel(), new_spent.ravel() - state[n + s * n :]])
        # Labour asked for falls by about the elasticity when the wage rises.
        moved = wage + (asked - wage) / 6
        moved = moved - np.log((value_added * np.exp(moved)).sum() / total)
        return np.concatenate([moved, new_price.ravel(), new_spent.ravel()]), gap, (income, new_price, wage)

    state = np.zeros(n + 2 * s * n)
    gaps, images = [], []
    last = None
    for sweep in range(1, 500):
        after, residual, found = image(state)
        gap = after - state
        if np.abs(residual).max() < TOLERANCE:
            break
        if last is not None:
            gaps.append(gap - last[0])
            images.append(after - last[1])
            del gaps[:-MEMORY], images[:-MEMORY]
        last = (gap, after)
        state = after
        if gaps:
            matrix = np.array(gaps).T
            state = after - np.array(images).T @ np.linalg.lstsq(matrix, gap, rcond=None)[0]
    income, price, wage = found
    welfare = 100 * np.expm1(np.log(income / world["income"]) - (alpha * price).sum(0))
    return sweep, float(np.abs(residual).max()), welfare


data = json.load(sys.stdin)
world = calibrate(data)
duty = 1 + np.array(data["tariffs"], float).reshape(data["s"], data["n"], data["n"])
times = []
for _ in range(data["solves"]):
    start = time.process_time()
    sweeps, residual, welfare = solve(world, duty)
    times.append(1000 * (time.process_time() - start))
answer = {"numpy": np.__version__, "times": times, "sweeps": sweeps, "residual": residual, "welfare": welfare.tolist()}
json.dump(answer, sys.stdout)
