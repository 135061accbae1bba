package de.kimhub.runtime.demo.kreis;

import java.util.List;
import java.util.Locale;

/** The offices of the synthetic Kreis, by the ids of their instances in {@code config/demo}. */
public enum Office {
    AWO_BUENDE("awo-buende", "AWO Bünde", "wohlfahrtsverband", "BUE-%04d"),
    AWO_LOEHNE("awo-loehne", "AWO Löhne", "wohlfahrtsverband", "LOE-%04d"),
    CARITAS_HERFORD("caritas-herford", "Caritas Herford", "wohlfahrtsverband", "CAR-%04d"),
    HIDDENHAUSEN("case-management-hiddenhausen", "Case Management Hiddenhausen", "kommunales-case-management",
            "HID-%04d"),
    JOBCENTER("jobcenter-herford", "Jobcenter Herford", "jobcenter", "317A%06d"),
    NATURALISATION("einbuergerung-kreis-herford", "Einbürgerungsbehörde Kreis Herford", "einbuergerungsbehoerde",
            "33.30.%04d"),
    LANGUAGE_SCHOOL("sprachkurs-vhs-herford", "VHS Herford", "sprachkurstraeger", "VHS-%05d"),
    COORDINATION("ki-herford", "Kommunales Integrationszentrum", "ki-koordination", "KI-%04d"),
    ABH("abh-kreis-herford", "Ausländerbehörde Kreis Herford", "auslaenderbehoerde", "ABH-PROBE-%05d"),
    BAMF("bamf-herford", "BAMF", "bamf", "9900%06d"),
    /** Gives nothing, and has no tool that could take anything in: it reads notice sheets. */
    REFUGEE_AID("fluechtlingshilfe-spenge", "Flüchtlingshilfe Spenge", "sonstige", "FHS-%04d");

    private static final List<Office> CASE_OFFICES = List.of(AWO_BUENDE, AWO_LOEHNE, CARITAS_HERFORD, HIDDENHAUSEN);

    private final String instance;
    private final String title;
    private final String authority;
    private final String fileNumber;

    Office(String instance, String title, String authority, String fileNumber) {
        this.instance = instance;
        this.title = title;
        this.authority = authority;
        this.fileNumber = fileNumber;
    }

    /** The office whose case managers work in the municipality. */
    static Office caseManagementIn(Municipality municipality) {
        return switch (municipality) {
            case BUENDE -> AWO_BUENDE;
            case LOEHNE -> AWO_LOEHNE;
            case HERFORD -> CARITAS_HERFORD;
            case HIDDENHAUSEN -> HIDDENHAUSEN;
        };
    }

    public static List<Office> caseOffices() {
        return CASE_OFFICES;
    }

    public String instance() {
        return instance;
    }

    public String title() {
        return title;
    }

    /** Code of the canonical list {@code stelle}. */
    public String authority() {
        return authority;
    }

    /** The office's own file number of the person. */
    public String fileNumber(Resident person) {
        return String.format(Locale.ROOT, fileNumber, person.no());
    }
}
