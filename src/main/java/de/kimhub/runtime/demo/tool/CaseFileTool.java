package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Kind;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.Resident;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A case manager's case file, exported as CSV: the entries since the last export. */
final class CaseFileTool implements DemoTool {

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Office office;
    private final Path exports;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private int bad;

    CaseFileTool(Office office, Path exports) {
        this.office = office;
        this.exports = exports;
    }

    @Override
    public void enter(Happening happening) {
        rows.add(row(happening));
        bad += happening.kind() == Kind.BAD ? 1 : 0;
    }

    @Override
    public HandedOver handOver(LocalDate month) {
        if (rows.isEmpty()) {
            return HandedOver.NOTHING;
        }
        CsvExport.CASE_FILE.write(exports, "fallakte-" + month.toString().substring(0, 7) + ".csv", rows.stream());
        HandedOver handedOver = new HandedOver(rows.size(), bad);
        rows.clear();
        bad = 0;
        return handedOver;
    }

    private Map<String, String> row(Happening happening) {
        Map<String, String> row = new HashMap<>(person(happening.who()));
        row.put("LFDNR", office.name().charAt(0) + "-" + happening.number());
        row.put("FALLNUMMER", office.fileNumber(happening.who()));
        row.put("DATUM", GERMAN.format(happening.on()));
        row.put("THEMA", happening.detail(Detail.THEME));
        row.put("BERATUNGSART", happening.detail(Detail.KIND));
        row.put("WEITER_AN", happening.detail(Detail.TO));
        row.put("ABSCHLUSSGRUND", happening.detail(Detail.REASON));
        row.put("EINW_NUMMER", happening.detail(Detail.CONSENT));
        Kind kind = happening.kind();
        if (kind == Kind.CORRECTED || kind == Kind.RETRACTED || kind == Kind.REPEATED) {
            kind = Kind.valueOf(happening.detail(Detail.ORIGINAL));
        }
        row.put("ART", entry(kind));
        if (happening.kind() == Kind.RETRACTED) {
            row.put("STATUS", "storniert");
        }
        if (kind == Kind.CONSENT) {
            row.putAll(consent(happening));
        }
        if (kind == Kind.BAD) {
            row.put("DATUM", "31.02." + happening.on().getYear());
        }
        return row;
    }

    private static Map<String, String> person(Resident who) {
        Map<String, String> row = new HashMap<>();
        row.put("NACHNAME", who.family() == null ? "" : who.family());
        row.put("VORNAME", who.given());
        row.put("GEBURTSDATUM", who.birthYearOnly() ? Integer.toString(who.birth().getYear())
                : GERMAN.format(who.birth()));
        row.put("GESCHLECHT", who.sex());
        row.put("STAATSANGEHOERIGKEIT", who.nationality().key());
        row.put("STRASSE", who.street());
        row.put("HAUSNUMMER", who.houseNumber());
        row.put("PLZ", who.postalCode());
        row.put("ORT", who.home().town());
        return row;
    }

    private static Map<String, String> consent(Happening happening) {
        List<Office> named = Arrays.stream(happening.detail(Detail.NAMED_AT).split(","))
                .filter(name -> !name.isEmpty()).map(Office::valueOf).toList();
        return Map.of(
                "EINW_ZWECKE", "case_management",
                "EINW_QUELLEN", happening.detail(Detail.SOURCES),
                "EINW_EMPFAENGER", happening.detail(Detail.RECIPIENTS),
                "EINW_BIS", GERMAN.format(happening.is(Detail.UNTIL) ? LocalDate.parse(happening.detail(Detail.UNTIL))
                        : happening.on().plusYears(3)),
                "EINW_FORMULAR", "KIM-2025-1",
                "EINW_SCHWEIGEPFLICHT", happening.detail(Detail.RELEASE),
                "AZ_STELLEN", named.stream().map(office -> office.authority().replace('-', '_'))
                        .collect(Collectors.joining(",")),
                "AZ_NUMMERN", named.stream().map(office -> office.fileNumber(happening.who()))
                        .collect(Collectors.joining(",")));
    }

    private static String entry(Kind kind) {
        return switch (kind) {
            case CASE_OPENED -> "fall_eroeffnet";
            case CONSULTATION, BAD -> "beratung";
            case GOAL -> "ziel";
            case REFERRED -> "vermittlung";
            case CONFERENCE -> "fallkonferenz";
            case APPOINTMENT_MISSED -> "termin_versaeumt";
            case CASE_CLOSED -> "fall_abgeschlossen";
            case CONSENT -> "einwilligung";
            case WITHDRAWAL -> "widerruf";
            default -> throw new IllegalArgumentException(
                    "A case file has no entry for " + kind.name().toLowerCase(Locale.ROOT));
        };
    }
}
