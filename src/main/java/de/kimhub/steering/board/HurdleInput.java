package de.kimhub.steering.board;

import de.kimhub.steering.board.Hurdle.Content;
import de.kimhub.steering.catalogue.Themes;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;

/** What a form says of a hurdle, and all that is wrong with it. The names are those of the form's fields. */
record HurdleInput(String titel, String thema, String beschreibung, String arbeitsgruppe, String beschluss, String zustaendig,
                   String frist, String stand, Boolean freigegeben, Integer fassung) {

    private static final int SHORT = 160;
    private static final int LONG = 1000;
    private static final int SHORTEST_TITLE = 3;
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    HurdleInput {
        titel = text(titel);
        thema = text(thema);
        beschreibung = text(beschreibung);
        arbeitsgruppe = text(arbeitsgruppe);
        beschluss = text(beschluss);
        zustaendig = text(zustaendig);
        frist = text(frist);
        stand = text(stand);
        freigegeben = Boolean.TRUE.equals(freigegeben);
        fassung = fassung == null ? 0 : fassung;
    }

    static HurdleInput empty() {
        return new HurdleInput(null, null, null, null, null, null, null, null, null, null);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    static HurdleInput of(Hurdle hurdle) {
        Content content = hurdle.content();
        return new HurdleInput(content.title(), content.theme(), content.description(), content.workingGroup(), content.decision(),
                content.responsible(), content.due() == null ? "" : content.due().toString(), hurdle.state().code(),
                hurdle.approved(), hurdle.version());
    }

    /** Field and what to do, for all that is wrong; empty when it can be kept. */
    List<Objection> objections() {
        List<Objection> all = new ArrayList<>();
        if (titel.length() < SHORTEST_TITLE || titel.length() > SHORT) {
            all.add(new Objection("titel", "Titel: 3 bis 160 Zeichen eingeben."));
        }
        if (!Themes.texts().containsKey(thema)) {
            all.add(new Objection("thema", "Thema: eines aus der Liste wählen."));
        }
        tooLong(all, "beschreibung", "Beschreibung", beschreibung, LONG);
        tooLong(all, "arbeitsgruppe", "Arbeitsgruppe", arbeitsgruppe, SHORT);
        tooLong(all, "beschluss", "Beschluss", beschluss, LONG);
        tooLong(all, "zustaendig", "Zuständig", zustaendig, SHORT);
        if (!frist.isBlank() && due() == null) {
            all.add(new Objection("frist", "Frist: einen Tag eingeben, zum Beispiel 05.03.2027."));
        }
        if (!freigegeben && state() != HurdleState.GEMELDET) {
            all.add(new Objection("stand-der-huerde", "Stand: was weiter ist als gemeldet, muss freigegeben sein."));
        }
        return all;
    }

    /** @param field id of its input */
    record Objection(String field, String text) {
    }

    private static void tooLong(List<Objection> all, String field, String label, String text, int most) {
        if (text.length() > most) {
            all.add(new Objection(field, label + ": höchstens " + most + " Zeichen eingeben."));
        }
    }

    Content content() {
        return new Content(titel, thema, beschreibung, arbeitsgruppe, beschluss, zustaendig, due());
    }

    HurdleState state() {
        return HurdleState.find(stand).orElse(HurdleState.GEMELDET);
    }

    private LocalDate due() {
        try {
            return frist.isEmpty() ? null : frist.contains(".") ? LocalDate.parse(frist, TYPED) : LocalDate.parse(frist);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
