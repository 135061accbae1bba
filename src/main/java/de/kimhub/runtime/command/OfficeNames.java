package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.translation.CodeLists;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How offices are called where people read of them who do not know the installation. */
record OfficeNames(Map<String, String> titles) {

    private static final String SINGLE = "instance:";
    private static final CodeLists CODES = CodeLists.canonical();

    static OfficeNames of(Installation installation) {
        return new OfficeNames(installation.all().stream().collect(Collectors.toMap(Instance::id, Instance::title)));
    }

    /** @param instance its id; one that is there no more is called by it */
    String title(String instance) {
        return titles.getOrDefault(instance, instance);
    }

    /** @param parties kinds of body, codes of the list {@code stelle}, or {@code instance:<id>} */
    String parties(Collection<String> parties) {
        return joined(parties, party -> party.startsWith(SINGLE) ? title(party.substring(SINGLE.length()))
                : CODES.text("stelle", party).orElse(party));
    }

    static String codes(String list, Collection<String> codes) {
        return joined(codes, code -> CODES.text(list, code).orElse(code));
    }

    private static String joined(Collection<String> all, Function<String, String> word) {
        return all.stream().map(word).sorted().collect(Collectors.joining(", "));
    }
}
