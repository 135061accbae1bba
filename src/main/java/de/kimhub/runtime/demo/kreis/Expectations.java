package de.kimhub.runtime.demo.kreis;

import de.kimhub.runtime.demo.kreis.Dossier.Consent;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Works out from what is handed over what each recipient should hold, and enters it in the ledger. Holds when the hub
 * is given time to finish between the waves of a month.
 */
public final class Expectations {

    private static final Set<Office> RECIPIENTS = EnumSet.complementOf(EnumSet.of(Office.JOBCENTER,
            Office.LANGUAGE_SCHOOL, Office.ABH, Office.BAMF));
    private static final Set<Kind> ONLY_NUMBERED = EnumSet.of(Kind.RESIDENCE_STATUS, Kind.RESIDENCE_APPOINTMENT);
    /** Messages of a Meldebehörde have the AZR-Nummer, which no client shows. */
    private static final Set<Kind> OTHER_NUMBER = EnumSet.of(Kind.ARRIVED, Kind.MOVED, Kind.NAME_CHANGED, Kind.BLOCK_SET,
            Kind.BLOCK_LIFTED);
    private static final Set<String> ENTITLING = Set.of("course.entitled", "course.obliged");
    private static final Set<String> ADMITTING = Set.of("course.admitted", "course.not-admitted");

    private final Ledger ledger;
    private final Rules rules;
    private final Map<Integer, Dossier> dossiers = new TreeMap<>();
    private final Stock stock = new Stock(this::tell);

    public Expectations(Ledger ledger, Rules rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    /** The line of an item: the recipient's file number, and what it is about, by which sources are told apart. */
    public static String line(String fileNumber, String eventType) {
        String about = ENTITLING.contains(eventType) ? "entitlement" : ADMITTING.contains(eventType) ? "admission"
                : eventType.substring(0, eventType.indexOf('.'));
        return fileNumber + "/" + about;
    }

    /** @param kind event, correction or retraction: a status of today counts as the event */
    public static String token(String eventType, String kind, LocalDate on) {
        return eventType + " " + kind + " " + on;
    }

    /** In the order in which the tools hand over. */
    public void take(Happening happening) {
        if (happening.who() == null) {
            RECIPIENTS.stream().filter(office -> rules.allow(happening.at(), office, happening.kind().eventType(), null))
                    .forEach(office -> expect(office, "", happening.kind().eventType(), "event", happening.on()));
            return;
        }
        Dossier dossier = dossiers.computeIfAbsent(happening.who().no(), no -> new Dossier(happening.who()));
        if (happening.at() == Office.JOBCENTER) {
            stock.enter(dossier, happening);
            return;
        }
        if (happening.kind() == Kind.BAD) {
            dossier.held.add(happening.at());
            return;
        }
        if (happening.kind() == Kind.OTHERS_ASKED || happening.kind() == Kind.TEST_MESSAGE) {
            return;
        }
        enrol(dossier, happening);
        boolean asked = dossier.meet(happening.at(), names(happening), OTHER_NUMBER.contains(happening.kind()))
                && dossier.statusDue.remove(happening.at());
        switch (happening.kind()) {
            case REPEATED -> {
                if (asked) {
                    tell(dossier, happening, original(happening).eventType(), "event", happening.on());
                }
            }
            // an answer to an application names the application, and cannot say which answer before it was wrong
            case CORRECTED -> tell(dossier, happening, original(happening).eventType(),
                    ONLY_NUMBERED.contains(original(happening)) ? "event" : "correction", happening.on());
            case RETRACTED -> tell(dossier, happening, original(happening).eventType(), "retraction", happening.on());
            default -> said(happening).forEach((type, on) -> tell(dossier, happening, type, "event", on));
        }
    }

    /** The Jobcenter has handed over its stock on this day. */
    public void snapshot(LocalDate today) {
        stock.handOver(dossiers.values(), today);
    }

    private static Kind original(Happening happening) {
        return happening.is(Detail.ORIGINAL) ? Kind.valueOf(happening.detail(Detail.ORIGINAL)) : happening.kind();
    }

    /** Event types, with the day of each: the BAMF tells of a course's days, and of the test with the course's end. */
    private static Map<String, LocalDate> said(Happening happening) {
        String type = happening.kind().eventType();
        if (happening.at() != Office.BAMF) {
            return Map.of(type, happening.on());
        }
        return switch (happening.kind()) {
            case COURSE_STARTED -> Map.of(type, LocalDate.parse(happening.detail(Detail.STARTS_ON)));
            case COURSE_COMPLETED -> {
                LocalDate end = LocalDate.parse(happening.detail(Detail.ENDS_ON));
                Map<String, LocalDate> both = new LinkedHashMap<>();
                both.put(type, end);
                both.put(Kind.TEST_RESULT.eventType(), end);
                yield both;
            }
            default -> Map.of(type, happening.on());
        };
    }

    /** Whether name and birth date stand in the record, beside the file number. */
    private static boolean names(Happening happening) {
        return switch (happening.at()) {
            case COORDINATION, BAMF -> false;
            case ABH -> !ONLY_NUMBERED.contains(original(happening));
            default -> true;
        };
    }

    private static void enrol(Dossier dossier, Happening happening) {
        switch (happening.kind()) {
            case CASE_OPENED -> {
                dossier.caseOffice = happening.at();
                dossier.caseOpen = true;
            }
            case CASE_CLOSED -> dossier.caseOpen = false;
            case CONSENT -> {
                dossier.consents(consent(happening));
                dossier.statusDue.addAll(asked(happening.at(), dossier.consent));
            }
            case WITHDRAWAL -> {
                dossier.consent = null;
                dossier.statusDue.clear();
            }
            default -> { }
        }
    }

    /** Of bodies of its own kind, a consent names only the one that takes it: and that knows what it knows. */
    private static Set<Office> asked(Office by, Consent consent) {
        return Arrays.stream(Office.values()).filter(office -> !office.authority().equals(by.authority())
                && consent.sources().contains(office.authority())).collect(Collectors.toSet());
    }

    private static Consent consent(Happening happening) {
        return new Consent(authorities(happening.detail(Detail.SOURCES)),
                authorities(happening.detail(Detail.RECIPIENTS)), "ja".equals(happening.detail(Detail.RELEASE)),
                Arrays.stream(happening.detail(Detail.NAMED_AT).split(",")).filter(name -> !name.isEmpty())
                        .map(Office::valueOf).collect(Collectors.toSet()));
    }

    private static Set<String> authorities(String codes) {
        return Arrays.stream(codes.split(",")).map(code -> code.replace('_', '-')).collect(Collectors.toSet());
    }

    /** One event, and everybody who may know it or must learn that what they know is no longer so. */
    private void tell(Dossier dossier, Happening about, String eventType, String kind, LocalDate on) {
        if (dossier.held.contains(about.at())) {
            return;
        }
        Set<Office> holding = dossier.holders.getOrDefault(about.number(), Set.of());
        Set<Office> told = EnumSet.noneOf(Office.class);
        for (Office recipient : RECIPIENTS) {
            boolean allowed = recipient != about.at() && dossier.enrolled() && dossier.linked.contains(about.at())
                    && dossier.linked.contains(recipient)
                    && rules.allow(about.at(), recipient, eventType, dossier.consent);
            boolean holds = holding.contains(recipient);
            if (holds || allowed && !"retraction".equals(kind)) {
                // to whom the wrong version never came, the right one is news
                expect(recipient, recipient.fileNumber(dossier.who), eventType, holds ? kind : "event", on);
                told.add(recipient);
            }
        }
        dossier.holders.merge(about.number(), told, (before, now) -> {
            Set<Office> both = EnumSet.copyOf(RECIPIENTS);
            both.removeIf(office -> !before.contains(office) && !now.contains(office));
            return both;
        });
    }

    private void expect(Office recipient, String fileNumber, String eventType, String kind, LocalDate on) {
        ledger.expect(recipient.instance(), line(fileNumber, eventType), token(eventType, kind, on));
    }

    /** Tells of one event. */
    interface Teller {
        void tell(Dossier dossier, Happening about, String eventType, String kind, LocalDate on);
    }
}
