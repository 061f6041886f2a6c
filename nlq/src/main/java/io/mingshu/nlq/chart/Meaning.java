package io.mingshu.nlq.chart;

/** What a stretch of a question stands for. Meanings are values: equal ones are interchangeable. */
public interface Meaning {}
