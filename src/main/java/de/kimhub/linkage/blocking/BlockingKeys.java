package de.kimhub.linkage.blocking;

import de.kimhub.linkage.comparison.Residence;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.names.NamePart;
import de.kimhub.linkage.names.PreparedName;
import de.kimhub.message.PartialDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of a persona: two personas are compared when they share one. The union of several passes, so that an error
 * in one trait leaves another pass.
 */
public final class BlockingKeys {

    private static final int MOST_PARTS = 4;
    /** So many files may share a key of most passes before it is refined. */
    public static final int MOST_FILES = 400;
    /** Of the pass {@code street}, the fewest of all: neighbours have nothing else in common. */
    public static final int MOST_NEIGHBOURS = 50;

    private final Map<String, BlockingKey> keys = new LinkedHashMap<>();
    private final Traits traits;
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
        add(new BlockingKey(pass, value, List.of(refinements), MOST_FILES));
    }

    private void add(BlockingKey key) {
        keys.putIfAbsent(key.pass() + " " + key.value(), key);
    }

    /** Two parts of the name, whichever is which; a part and the year. */
    private void names() {
        List<String> all = new ArrayList<>(given);
        family.stream().filter(part -> !given.contains(part)).forEach(all::add);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                String one = all.get(i);
                String other = all.get(j);
                add("name", one.compareTo(other) < 0 ? one + " " + other : other + " " + one, year, sex);
            }
        }
        if (!year.isEmpty()) {
            all.forEach(part -> add("part-year", part + " " + year, sex, monthAndDay()));
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
            Set<String> parts = new LinkedHashSet<>(given);
            parts.addAll(family);
            parts.forEach(part -> add("part-day", part + " " + birth.month() + "-" + birth.day(), sex, year));
        }
    }

    private static String initial(Set<String> parts) {
        return parts.isEmpty() ? "" : parts.iterator().next().substring(0, 1);
    }

    private void places() {
        for (Residence residence : traits.residences()) {
            if (!residence.postalCode().isEmpty()) {
                Set<String> parts = new LinkedHashSet<>(given);
                parts.addAll(family);
                parts.forEach(part -> add("part-postal-code", part + " " + residence.postalCode(), year, sex));
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
                    .forEach(letter -> add(new BlockingKey("street", residence.street() + " " + place + " " + letter,
                            List.of(sex, year), MOST_NEIGHBOURS)));
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

    private static Set<String> skeletons(List<PreparedName> names) {
        Set<String> skeletons = new LinkedHashSet<>();
        for (PreparedName name : names) {
            name.parts().stream().limit(MOST_PARTS).forEach(part -> skeletons.addAll(part.skeletons()));
        }
        skeletons.remove("");
        return skeletons;
    }
}
