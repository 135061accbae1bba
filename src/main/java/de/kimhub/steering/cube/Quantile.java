package de.kimhub.steering.cube;

/** @param orMore in the open last class: it is at least so many days */
public record Quantile(Figure days, boolean orMore) {

    /** {@code 46,5 Tage}. */
    public String text() {
        return days.shown() ? (orMore ? "mindestens " : "") + days.spoken() + (days.value() == 1 ? " Tag" : " Tage") : days.text();
    }
}
