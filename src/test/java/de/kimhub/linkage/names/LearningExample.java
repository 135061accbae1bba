package de.kimhub.linkage.names;

/**
 * Two parts of names, each in every way in which it is read.
 *
 * @param weight how much it counts: names with many spellings are not to outweigh the others
 */
record LearningExample(short[][] first, short[][] second, boolean same, double weight) {}
