"""The ground every chapter stands on: periods, quantities, errors, audit events, number forms per language."""
