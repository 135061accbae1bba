package de.kimhub.disclosure;

/**
 * Between which numbers an attacker can narrow a hidden cell down, fractions allowed: the bounds of the linear relaxation.
 */
public record Interval(String cell, String attacker, double low, double high) {
}
