package de.kimhub.runtime.demo;

import de.kimhub.message.CaseMessage;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.Measure;
import de.kimhub.message.MessageKind;
import de.kimhub.pseudonym.Pseudonymisation;
import de.kimhub.pseudonym.PseudonymisedCase;
import de.kimhub.sharing.FactRule;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.Themes;
import de.kimhub.steering.fact.SteeringInput;
import de.kimhub.steering.release.Synthetic;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Invented events of a Kreis, quarter by quarter: by numbers that no event and no person has. */
public final class HistoryFacts {

    static final Set<String> INSTANCES = Set.of("awo-buende", "awo-loehne", "caritas-herford", "case-management-hiddenhausen",
            "abh-kreis-herford", "einbuergerung-kreis-herford", "bamf-herford", "sprachkurs-vhs-herford");
    private static final String ABH = "abh-kreis-herford";
    private static final String EBH = "einbuergerung-kreis-herford";
    /** Municipality, its case managers, share in percent. */
    private static final List<Place> PLACES = List.of(new Place("05758012", "caritas-herford", 45), new Place("05758004", "awo-buende", 25),
            new Place("05758024", "awo-loehne", 20), new Place("05758016", "case-management-hiddenhausen", 10));
    /** Station, who tells of it, share in percent of those who reached the one before, days since then. */
    private static final List<Station> STATIONS = List.of(
            new Station(Measure.FIRST_CONSULTATION, EventType.CONSULTATION_HELD, null, 80, 25),
            new Station(Measure.ARRIVAL_TO_COURSE, EventType.COURSE_STARTED, "bamf-herford", 75, 110),
            new Station(Measure.ARRIVAL_TO_B1, EventType.COURSE_COMPLETED, "sprachkurs-vhs-herford", 60, 220),
            new Station(Measure.ARRIVAL_TO_APPLICATION, EventType.NATURALISATION_APPLIED, EBH, 45, 400),
            new Station(Measure.ARRIVAL_TO_NATURALISATION, EventType.NATURALISED, EBH, 85, 300));
    private static final List<String> THEMES = List.copyOf(Themes.texts().keySet());

    private final Pseudonymisation pseudonymisation;
    private final String domain;
    private final int cases;
    private final Random random;
    private final Random leavers;
    private final Random ways;
    private final Map<Quarter, List<Pending>> later = new HashMap<>();
    private final List<Open> open = new ArrayList<>();
    private final List<Long> applications = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private Quarter quarter;
    private long persons = Long.MIN_VALUE;
    private long events;

    public HistoryFacts(Pseudonymisation pseudonymisation, String domain, int cases, long seed) {
        this.pseudonymisation = pseudonymisation;
        this.domain = domain;
        this.cases = cases;
        this.random = new Random(seed);
        this.leavers = new Random(seed);
        this.ways = new Random(seed);
    }

    private record Place(String municipality, String instance, int share) {
    }

    /** @param instance {@code null}: who manages the cases there */
    private record Station(Measure measure, EventType reached, String instance, int share, int typical) {
    }

    private record Open(long person, Place place) {
    }

    private record Pending(Measure measure, EventType type, long person, String instance, FieldValues fields, boolean first) {
    }

    public List<SteeringInput> of(Quarter next) {
        pending.clear();
        boolean begins = quarter == null;
        quarter = next;
        if (begins) {
            repeat(60, () -> caseOpened(true));
            repeat(20, () -> application(true));
        }
        repeat(10, () -> caseOpened(false));
        repeat(40, this::arrival);
        repeat(8, this::caseClosed);
        open.forEach(this::consultations);
        repeat(12, this::course);
        repeat(9, this::courseLeft);
        repeat(30, this::appointment);
        repeat(13, () -> application(false));
        repeat(11, this::decision);
        pending.addAll(later.getOrDefault(quarter, List.of()));
        later.remove(quarter);
        return inputs();
    }

    private void repeat(int percentOfCases, Runnable what) {
        for (int i = 0; i < cases * percentOfCases / 100; i++) {
            what.run();
        }
    }

    private void caseOpened(boolean before) {
        Open one = new Open(persons++, place());
        if (!before) {
            firstConsultation(one);
        }
        add(Measure.CASE, EventType.CASE_OPENED, one.person(), one.place().instance(), fields(day(), one.place()), before);
        open.add(one);
    }

    private void caseClosed() {
        Open one = open.remove(random.nextInt(open.size()));
        add(Measure.CASE, EventType.CASE_CLOSED, one.person(), one.place().instance(), fields(day(), one.place())
                .set("case.closeReason", random.nextInt(3) > 0 ? "ziele-erreicht" : "umzug"), false);
    }

    private void firstConsultation(Open one) {
        LocalDate held = day();
        add(Measure.FIRST_CONSULTATION, EventType.PERSON_REGISTERED, one.person(), ABH, fields(held.minusDays(days(18)), one.place()), true);
        add(Measure.FIRST_CONSULTATION, EventType.CONSULTATION_HELD, one.person(), one.place().instance(), fields(held, one.place()), false);
    }

    private void arrival() {
        long person = persons++;
        LocalDate day = day();
        Place place = place();
        add(Measure.ARRIVAL, EventType.PERSON_REGISTERED, person, ABH, fields(day, place), false);
        STATIONS.forEach(one -> add(one.measure(), EventType.PERSON_REGISTERED, person, ABH, fields(day, place), false));
        way(person, day, place);
    }

    private void way(long person, LocalDate arrived, Place place) {
        LocalDate at = arrived;
        for (Station one : STATIONS) {
            if (ways.nextInt(100) >= one.share()) {
                return;
            }
            at = at.plusDays(days(ways, one.typical()));
            FieldValues.Builder fields = fields(at, place);
            later.computeIfAbsent(Quarter.of(at), key -> new ArrayList<>()).add(new Pending(one.measure(), one.reached(), person,
                    one.instance() == null ? place.instance() : one.instance(), (one.measure() == Measure.ARRIVAL_TO_B1
                    ? fields.set("course.languageLevel", "B1") : fields).build(), false));
        }
    }

    private void consultations(Open one) {
        for (int i = random.nextInt(4); i > 0; i--) {
            String theme = THEMES.get(Math.min(random.nextInt(THEMES.size()), random.nextInt(THEMES.size())));
            add(Measure.CONSULTATION, EventType.CONSULTATION_HELD, one.person(), one.place().instance(),
                    fields(day(), one.place()).set("consultation.theme", theme), false);
        }
    }

    private void course() {
        long person = persons++;
        LocalDate starts = day();
        Place place = place();
        add(Measure.COURSE, EventType.COURSE_ENTITLED, person, ABH, fields(starts.minusDays(days(45)), place), true);
        add(Measure.COURSE, EventType.COURSE_STARTED, person, "bamf-herford", fields(starts, place), false);
    }

    private void courseLeft() {
        boolean aborted = leavers.nextInt(10) == 0;
        String level = leavers.nextInt(10) < 6 ? "B1" : leavers.nextInt(4) < 3 ? "A2" : "A1";
        FieldValues.Builder fields = fields(quarter.end().minusDays(leavers.nextInt(80)), PLACES.getFirst());
        add(Measure.COURSE_RESULT, aborted ? EventType.COURSE_ABORTED : EventType.COURSE_COMPLETED, persons++, "sprachkurs-vhs-herford",
                aborted ? fields : fields.set("course.languageLevel", level), false);
    }

    private void appointment() {
        LocalDate offered = day();
        add(Measure.APPOINTMENT, EventType.APPOINTMENT_OFFERED, persons++, random.nextInt(4) == 0 ? EBH : ABH, fields(offered, place())
                .set("appointment.at", offered.plusDays(days(25)) + "T10:00"), false);
    }

    private void application(boolean before) {
        long person = persons++;
        add(Measure.NATURALISATION, EventType.NATURALISATION_APPLIED, person, EBH,
                fields(before ? day().minusDays(100 + random.nextInt(400)) : day(), place()), before);
        applications.add(person);
    }

    private void decision() {
        long person = applications.remove(random.nextInt(Math.max(1, applications.size() / 3)));
        LocalDate decided = day();
        add(Measure.NATURALISATION, EventType.NATURALISATION_DECIDED, person, EBH, fields(decided, place()), false);
        if (random.nextInt(10) > 0) {
            add(Measure.NATURALISED_PERSON, EventType.NATURALISED, person, EBH, fields(decided, place()), false);
        }
    }

    private Place place() {
        int draw = random.nextInt(100);
        for (Place place : PLACES) {
            draw -= place.share();
            if (draw < 0) {
                return place;
            }
        }
        return PLACES.getFirst();
    }

    private LocalDate day() {
        LocalDate first = quarter.plus(-1).end().plusDays(1);
        return first.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(first, quarter.end()) + 1));
    }

    /** Mostly near the typical time, some much longer. */
    private int days(int typical) {
        return days(random, typical);
    }

    private static int days(Random random, int typical) {
        return (int) (typical * Math.exp(random.nextGaussian() * 0.8));
    }

    private static FieldValues.Builder fields(LocalDate day, Place place) {
        return FieldValues.builder().set("event.occurredOn", day.toString()).set("event.municipality", place.municipality());
    }

    private void add(Measure measure, EventType type, long person, String instance, FieldValues.Builder fields, boolean first) {
        pending.add(new Pending(measure, type, person, instance, fields.build(), first));
    }

    private List<SteeringInput> inputs() {
        List<PseudonymisedCase> told = pseudonymisation.of(domain, pending.stream().map(one -> new Pseudonymisation.About(one.person(),
                new CaseMessage(one.type(), MessageKind.EVENT, one.fields()))).toList(), FactRule.FIELDS);
        List<SteeringInput> inputs = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Pending one = pending.get(i);
            inputs.add(new SteeringInput.Told(told.get(i), one.measure(), Synthetic.RULE, --events, 0,
                    ByteBuffer.allocate(16).putLong(one.person()).putLong(one.instance().hashCode()).array(), one.instance(), one.first()));
        }
        return inputs;
    }
}
