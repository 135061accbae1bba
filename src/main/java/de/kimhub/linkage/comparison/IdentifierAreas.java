package de.kimhub.linkage.comparison;

import de.kimhub.message.IdentifierType;
import java.util.EnumSet;
import java.util.Set;

/**
 * By which numbers the files of a kind of body may be recognised. A number decides only between bodies that may both
 * use it: the AZR-Nummer between those of § 10(4) AZRG, Kundennummer and BG-Nummer inside SGB II (§ 51a SGB II), the
 * BAMF-Kennziffer among those who take part in integration courses.
 */
final class IdentifierAreas {

    private static final Set<String> AZR = Set.of("auslaenderbehoerde", "bamf", "jobcenter");
    private static final Set<String> SGB_II = Set.of("jobcenter");
    private static final Set<String> COURSES = Set.of("auslaenderbehoerde", "bamf", "jobcenter", "sprachkurstraeger");
    private static final Set<String> SCHOOLS = Set.of("schule");
    private static final Set<String> FOREIGNERS = Set.of("auslaenderbehoerde", "bamf", "einbuergerungsbehoerde");

    private IdentifierAreas() {
    }

    static Set<IdentifierType> usableBy(String authority) {
        EnumSet<IdentifierType> usable = EnumSet.noneOf(IdentifierType.class);
        for (IdentifierType type : IdentifierType.values()) {
            Set<String> area = switch (type) {
                case AZR -> AZR;
                case CUSTOMER_NUMBER -> SGB_II;
                // of a whole household: it tells nobody apart
                case BENEFIT_COMMUNITY -> Set.of();
                case BAMF -> COURSES;
                case PASSPORT -> FOREIGNERS;
                case PUPIL -> SCHOOLS;
            };
            if (area.contains(authority)) {
                usable.add(type);
            }
        }
        return usable;
    }
}
