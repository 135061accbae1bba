package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Kind;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.Resident;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The naturalisation authority's procedure: steps in a table, which the hub polls. */
final class NaturalisationTool implements DemoTool {

    private final ToolDatabase database;
    private int rows;

    NaturalisationTool(ToolDatabase database) {
        this.database = database;
    }

    @Override
    public void enter(Happening happening) {
        if (happening.kind() == Kind.CORRECTED) {
            database.run("update verfahrensschritt set frist = ? where aktenzeichen = ? and ereignis = ?",
                    date(happening, Detail.DEADLINE), Office.NATURALISATION.fileNumber(happening.who()),
                    step(Kind.valueOf(happening.detail(Detail.ORIGINAL))));
        } else {
            database.insert("verfahrensschritt", row(happening));
        }
        // who else is asked is the authority's own matter: the connector leaves such steps out
        rows += happening.kind() == Kind.OTHERS_ASKED ? 0 : 1;
    }

    @Override
    public HandedOver handOver(LocalDate month) {
        HandedOver handedOver = new HandedOver(rows, 0);
        rows = 0;
        return handedOver;
    }

    private static Map<String, Object> row(Happening happening) {
        Resident who = happening.who();
        Map<String, Object> row = new HashMap<>();
        row.put("aktenzeichen", Office.NATURALISATION.fileNumber(who));
        row.put("ereignis", step(happening.kind()));
        row.put("datum", happening.on());
        row.put("familienname", who.family());
        row.put("vorname", who.given());
        row.put("geburtsdatum", who.birthYearOnly() ? Integer.toString(who.birth().getYear())
                : who.birth().toString());
        row.put("geschlecht", who.sex().toUpperCase(Locale.ROOT));
        row.put("staatsangehoerigkeit", who.nationality().key());
        row.put("sachgebiet", "Einbürgerung");
        row.put("telefon", "05221 000031");
        row.put("frist", date(happening, Detail.DEADLINE));
        row.put("unterlagen", happening.details().get(Detail.DOCUMENTS));
        row.put("entscheidung", happening.details().get(Detail.DECISION));
        if (happening.kind() == Kind.CERTIFICATE_APPOINTMENT) {
            row.put("termin", happening.on().plusDays(14).atTime(10, 30));
            row.put("termin_ort", "Kreishaus Herford, Zimmer 101");
        }
        return row;
    }

    private static LocalDate date(Happening happening, Detail name) {
        String text = happening.detail(name);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String step(Kind kind) {
        return switch (kind) {
            case NATURALISATION_APPLIED -> "ANTRAG_EINGEGANGEN";
            case DOCUMENTS_REQUESTED -> "UNTERLAGEN_NACHGEFORDERT";
            case OTHERS_ASKED -> "BETEILIGUNG_LAEUFT";
            case NATURALISATION_DECIDED -> "ENTSCHEIDUNG";
            case CERTIFICATE_APPOINTMENT -> "TERMIN_URKUNDE";
            case NATURALISED -> "URKUNDE_AUSGEHAENDIGT";
            default -> throw new IllegalArgumentException("A naturalisation authority does not enter " + kind);
        };
    }
}
