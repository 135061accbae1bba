package de.kimhub.linkage.blocking;

import de.kimhub.linkage.comparison.Residence;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.names.NamePart;
import de.kimhub.linkage.names.PreparedName;
import de.kimhub.message.PartialDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The keys of a persona: two personas are compared when they share one. The union of several passes, so that an error
 * in one trait leaves another pass.
 */
public final class BlockingKeys {

    private static final int MOST_PARTS = 4;
    /** So many files may share a key of most passes before it is refined: each is the right one in 2 %; people look from 5 % on. */
    public static final int MOST_FILES = 50;
    /** Of two parts of a name, which alone find whoever has no birth date, or a wrong one. */
    public static final int MOST_NAMESAKES = 100;
    /** Of what says little by itself: one part of a name, also in a postal code, and an initial in a street. */
    public static final int MOST_OF_A_WEAK_KEY = 10;

    private final Map<String, BlockingKey> keys = new LinkedHashMap<>();
    private final Traits traits;
    /** Each with the skeletons of its ways to be written. */
    private final Set<List<String>> nameParts = new LinkedHashSet<>();
    private final Set<String> given;
    private final Set<String> family;
    private final String year;
    private final String sex;

    private BlockingKeys(Traits traits) {
        this.traits = traits;
        this.given = skeletons(traits.given());
        this.family = skeletons(traits.family());
        this.year = traits.birth() == null ? "" : String.valueOf(traits.birth().year());
        this.sex = traits.sex() == 0 ? "" : String.valueOf(traits.sex());
    }

    /** In a fixed order, without doubles. */
    public static List<BlockingKey> of(Traits traits) {
        BlockingKeys keys = new BlockingKeys(traits);
        keys.names();
        keys.birth();
        keys.places();
        keys.numbers();
        return List.copyOf(keys.keys.values());
    }

    private void add(String pass, String value, String... refinements) {
        add(MOST_FILES, MOST_FILES, pass, value, refinements);
    }

    private void add(int most, int mostFiner, String pass, String value, String... refinements) {
        keys.putIfAbsent(pass + " " + value, new BlockingKey(pass, value, List.of(refinements), most, mostFiner));
    }

    private void addWeak(String pass, String value, String... refinements) {
        add(MOST_OF_A_WEAK_KEY, MOST_OF_A_WEAK_KEY, pass, value, refinements);
    }

    /** Two parts of the name, whichever is which; one part, with the year unless it is rare. */
    private void names() {
        List<List<String>> all = List.copyOf(nameParts);
        for (int i = 0; i < all.size(); i++) {
            for (List<String> further : all.subList(i + 1, all.size())) {
                all.get(i).forEach(one -> further.forEach(other -> addPair(one, other)));
            }
        }
        eachPart(part -> add(MOST_OF_A_WEAK_KEY, MOST_FILES, "part", part, year, sex, monthAndDay()));
    }

    private void eachPart(Consumer<String> action) {
        nameParts.stream().flatMap(List::stream).forEach(action);
    }

    private void addPair(String one, String other) {
        if (!one.equals(other)) {
            add(MOST_NAMESAKES, MOST_NAMESAKES, "name", one.compareTo(other) < 0 ? one + " " + other : other + " " + one,
                    year, sex);
        }
    }

    private String monthAndDay() {
        return traits.birth() == null ? "" : traits.birth().month() + "-" + traits.birth().day();
    }

    private void birth() {
        PartialDate birth = traits.birth();
        if (birth == null || !birth.isComplete()) {
            return;
        }
        if (!birth.looksLikePlaceholder()) {
            add("birth", birth.toString(), sex, initial(family));
            if (birth.day() <= 12 && birth.day() != birth.month()) {
                add("birth", "%04d-%02d-%02d".formatted(birth.year(), birth.day(), birth.month()), sex, initial(family));
            }
            eachPart(part -> add("part-day", part + " " + birth.month() + "-" + birth.day(), sex, year));
        }
    }

    private static String initial(Set<String> parts) {
        return parts.isEmpty() ? "" : parts.iterator().next().substring(0, 1);
    }

    private void places() {
        for (Residence residence : traits.residences()) {
            if (!residence.postalCode().isEmpty()) {
                eachPart(part -> addWeak("part-postal-code", part + " " + residence.postalCode(), year, sex));
            }
            if (!residence.street().isEmpty() && !residence.houseNumber().isEmpty()) {
                add("address", residence.street() + " " + residence.houseNumber(), residence.postalCode(), sex,
                        initial(given));
            }
            street(residence);
        }
        for (NamePart place : traits.birthPlace().parts()) {
            if (!year.isEmpty()) {
                add("birth-place", place.skeletons().getFirst() + " " + year + " " + initial(given), sex,
                        initial(family));
            }
        }
    }

    /** Where the house number is missing or another, and the name is mistyped. */
    private void street(Residence residence) {
        String place = residence.town().isEmpty() ? residence.postalCode() : residence.town();
        if (!residence.street().isEmpty() && !place.isEmpty()) {
            Stream.of(initial(given), initial(family)).filter(letter -> !letter.isEmpty())
                    .forEach(letter -> addWeak("street", residence.street() + " " + place + " " + letter, sex, year));
        }
    }

    private void numbers() {
        traits.identifiers().forEach(one -> add("number", one.type() + " " + one.issuer() + " " + one.value()));
        if (traits.email() != null) {
            add("email", traits.email(), initial(given));
        }
        if (traits.telephone() != null) {
            add("telephone", traits.telephone(), initial(given));
        }
    }

    private Set<String> skeletons(List<PreparedName> names) {
        Set<String> skeletons = new LinkedHashSet<>();
        for (PreparedName name : names) {
            for (NamePart part : name.parts().stream().limit(MOST_PARTS).toList()) {
                List<String> own = part.skeletons().stream().filter(one -> !one.isEmpty()).toList();
                nameParts.add(own);
                skeletons.addAll(own);
            }
        }
        return skeletons;
    }
}
