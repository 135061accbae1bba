package de.kimhub.linkage.names;

import java.util.List;

/**
 * One part of a name.
 *
 * @param written   as the source has it, composed (NFC), without invisible characters
 * @param forms     its spellings in a-z, the most usual first: "müller" gives mueller and muller; Cyrillic gives the
 *                  KMU, BGN, Duden and ICAO forms where they differ; at most six. Letters for which no Latin form is
 *                  known stay themselves.
 * @param skeletons consonant skeletons of the forms by which different romanisations of one name meet, in the order of
 *                  the forms, distinct; at most six. A form with ambiguous letters (c, j, ch, w, th) has several.
 * @param way       how the first form was made, for an explanation; {@code null} when only case changed
 */
public record NamePart(String written, List<String> forms, List<String> skeletons, String way) {

    static final int MOST = 6;

    public NamePart {
        forms = Forms.of(forms);
        skeletons = List.copyOf(skeletons);
    }

    Forms spellings() {
        return (Forms) forms;
    }

    String form() {
        return forms.getFirst();
    }

    boolean isInitial() {
        return form().length() == 1 || form().length() == 2 && written.endsWith(".");
    }
}
