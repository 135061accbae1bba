package de.kimhub.linkage.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A name as it is compared: its parts in Latin letters. Titles and particles (Dr., von, al-, bin) are no parts unless
 * nothing else is there; "Abd al-Rahman" is one part. Immutable.
 */
public record PreparedName(String written, List<NamePart> parts) {

    public static final PreparedName EMPTY = new PreparedName("", List.of());

    public PreparedName {
        parts = List.copyOf(parts);
    }

    /** Never refuses. {@code null}, a placeholder (unbekannt, N.N., FNU ...) and what has no letter give {@link #EMPTY}. */
    public static PreparedName of(String written) {
        if (written == null || written.isEmpty()) {
            return EMPTY;
        }
        List<Words.Word> words = Words.of(written);
        if (words.isEmpty()) {
            return EMPTY;
        }
        List<NamePart> parts = new ArrayList<>(words.size());
        for (Words.Word word : words) {
            parts.add(part(word));
        }
        return new PreparedName(written, parts);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Two neighbouring parts written as one. */
    static NamePart joined(NamePart first, NamePart second) {
        List<String> forms = new ArrayList<>(2);
        for (int i = 0; i < Math.max(first.forms().size(), second.forms().size()); i++) {
            forms.add(first.forms().get(Math.min(i, first.forms().size() - 1))
                    + second.forms().get(Math.min(i, second.forms().size() - 1)));
        }
        return new NamePart(first.written() + second.written(), forms, List.of(), null);
    }

    private static NamePart part(Words.Word word) {
        Romanised romanised = Romanised.of(word.written());
        List<String> forms = word.before().isEmpty() ? romanised.forms()
                : withJoined(romanised.forms(), Romanised.of(word.before()).forms().getFirst());
        return new NamePart(word.written(), forms, Skeleton.ofAll(forms), romanised.way());
    }

    /** "Al Nakhli" is also written Alnakhli, "De Luca" Deluca. */
    private static List<String> withJoined(List<String> forms, String before) {
        return Stream.concat(forms.stream(), forms.stream().map(before::concat)).distinct().limit(NamePart.MOST).toList();
    }
}
