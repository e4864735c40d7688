import fc from "fast-check";

// Mutation testing runs each test hundreds of times: a property that fails does so within a few dozen cases or hardly at
// all, and nobody reads the smallest one.
fc.configureGlobal({ numRuns: 25, endOnFailure: true });
