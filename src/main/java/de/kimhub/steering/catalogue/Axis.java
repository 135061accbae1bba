package de.kimhub.steering.catalogue;

import java.util.Map;

/** What a table is broken down by. */
public enum Axis {
    QUARTER("quarter", "period", "Quartal"),
    YEAR("year", "period", "Berichtsjahr"),
    MUNICIPALITY("municipality", "municipality", "Gemeinde"),
    ORGANISATION("organisation", "organisation", "Stelle"),
    THEME("theme", "theme", "Thema"),
    /** Classes of days. */
    CLASS("class", "class", "Dauer"),
    /** Two classes of days only. */
    SHARE("share", "class", "Dauer (zwei Klassen)"),
    /** How somebody left a course. */
    RESULT("result", "other", "Kursergebnis"),
    /** How long after the arrival something was reached, at the latest. */
    SPAN("span", "other", "Nach der Ankunft"),
    /** Kinds of movements, e.g. in and out. */
    STEP("step", "other", "Was geschah");

    private final String code;
    private final String kind;
    private final String label;

    Axis(String code, String kind, String label) {
        this.code = code;
        this.kind = kind;
        this.label = label;
    }

    /** The name in {@code steering.yaml} and in the cube. */
    public String code() {
        return code;
    }

    /** Of {@code cube.dimension.kind}. */
    public String kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    /** What a unit may be about, German by code; empty: the axis is about something else. */
    public Map<String, String> subjects() {
        return switch (this) {
            case THEME -> Themes.texts();
            case RESULT -> CourseResult.texts();
            case QUARTER, YEAR, MUNICIPALITY, ORGANISATION, CLASS, SHARE, SPAN, STEP -> Map.of();
        };
    }

    public boolean isPeriod() {
        return this == QUARTER || this == YEAR;
    }

    public boolean isClass() {
        return this == CLASS || this == SHARE;
    }

    /** Whether its categories are parts of a whole of which shares are told. */
    public boolean isDistribution() {
        return isClass() || this == RESULT || this == SPAN;
    }

    /** Whether its categories add up to a total that is told. */
    public boolean hasTotal() {
        return !isPeriod() && this != STEP;
    }
}
