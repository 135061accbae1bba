package de.kimhub.translation;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A compiled {@code receive.yaml}. Immutable. */
final class ReceiveMapping {

    private static final Field CASE_NUMBER = CanonicalSchema.field("case.number");
    private static final Field OCCURRED_ON = CanonicalSchema.field("event.occurredOn");
    private static final Field OCCURRED_AT = CanonicalSchema.field("event.occurredAt");

    /** @param fields its own fields only; the day of the event first */
    record EventRule(EventType type, Condition when, Condition retracts, List<Columns.Column> watch,
                     List<Columns.Column> identity, List<FieldMapping> fields) {
    }

    record VanishedRule(EventType type, List<FieldMapping> fields) {
    }

    private final RecordRule record;
    private final List<FieldMapping> common;
    private final List<EventRule> rules;
    private final List<VanishedRule> vanished;
    private final Columns columns;
    private final List<Columns.Column> said;
    private final boolean snapshot;

    ReceiveMapping(RecordRule record, List<FieldMapping> common, List<EventRule> rules, List<VanishedRule> vanished,
                   Columns columns, boolean snapshot) {
        this.record = record;
        this.common = common;
        this.rules = rules;
        this.vanished = vanished;
        this.columns = columns;
        this.said = columns.content();
        this.snapshot = snapshot;
    }

    Columns columns() {
        return columns;
    }

    List<EventRule> rules() {
        return rules;
    }

    List<VanishedRule> vanishedRules() {
        return vanished;
    }

    boolean refusesChangedRecords() {
        return record.refusesChanged();
    }

    Translation translate(RawRecord.Readable raw, LocalDate today) {
        SourceRow row = raw.row();
        String noRecord = record.noRecord(row);
        if (noRecord != null) {
            return new Translation.NoRecord(noRecord);
        }
        Reading reading = new Reading(row, raw.place(), today);
        reading.findings.addAll(row.findings());
        String content = JoinedText.of(said, row);
        String keyText = record.readKey(content, reading);
        FieldValues.Builder values = FieldValues.builder();
        for (FieldMapping field : common) {
            field.read(reading, values);
            if (field.field() == OCCURRED_ON) {
                reading.asOf = day(values.build(), today);
            }
        }
        FieldValues shared = values.build();
        List<Translation.EventDraft> drafts = drafts(reading, shared);
        String caseNumber = caseNumber(shared, drafts);
        if (!snapshot && reading.problems.isEmpty() && drafts.stream().noneMatch(Translation.EventDraft::applies)) {
            reading.problems.add(new Problem(TranslationProblem.NO_RULE, raw.place(),
                    "No event rule applies. Add one to receive.yaml, or declare such lines under noRecord."));
        }
        return reading.problems.isEmpty()
                ? new Translation.Accepted(keyText, caseNumber, content, drafts, List.copyOf(reading.findings),
                        record.replaced(row), record.isTest(row))
                : new Translation.Refused(List.copyOf(reading.problems), JoinedText.isEmpty(keyText) ? null : keyText, caseNumber);
    }

    /** A mapping may read it for all events, or for those only that concern a person. */
    private static String caseNumber(FieldValues shared, List<Translation.EventDraft> drafts) {
        String common = shared.first(CASE_NUMBER);
        return common != null ? common : drafts.stream().map(draft -> draft.fields().first(CASE_NUMBER))
                .filter(number -> number != null).findFirst().orElse(null);
    }

    private List<Translation.EventDraft> drafts(Reading reading, FieldValues shared) {
        List<Translation.EventDraft> drafts = new ArrayList<>(rules.size());
        LocalDate commonDay = reading.asOf;
        for (int i = 0; i < rules.size(); i++) {
            EventRule rule = rules.get(i);
            boolean applies = rule.when() == null || rule.when().holds(reading.row);
            boolean retracts = applies && rule.retracts() != null && rule.retracts().holds(reading.row);
            FieldValues fields = FieldValues.EMPTY;
            if (applies) {
                reading.asOf = commonDay;
                fields = fieldsOf(rule, reading, shared);
                if (!fields.has(CASE_NUMBER) && rule.type().concernsPerson() && reading.problems.isEmpty()) {
                    reading.problems.add(new Problem(TranslationProblem.REQUIRED,
                            reading.place.withField(CASE_NUMBER.path()),
                            "The record has no Aktenzeichen, but its event concerns a person."));
                }
            }
            drafts.add(new Translation.EventDraft(i, rule.type(), applies, retracts, JoinedText.of(rule.watch(), reading.row),
                    rule.identity().isEmpty() ? null : JoinedText.of(rule.identity(), reading.row), fields));
        }
        return drafts;
    }

    private FieldValues fieldsOf(EventRule rule, Reading reading, FieldValues shared) {
        FieldValues.Builder values = shared.toBuilder();
        for (FieldMapping field : rule.fields()) {
            values.remove(field.field());
            field.read(reading, values);
            if (field.field() == OCCURRED_ON) {
                reading.asOf = day(values.build(), reading.asOf);
            }
        }
        FieldValues fields = Alignment.check(values.build(), reading);
        if (fields.has(OCCURRED_ON)) {
            return fields;
        }
        if (fields.has(OCCURRED_AT)) {
            return values.set(OCCURRED_ON, fields.first(OCCURRED_AT).substring(0, 10)).build();
        }
        if (reading.problems.isEmpty()) {
            reading.problems.add(new Problem(TranslationProblem.EVENT_WITHOUT_DATE,
                    reading.place.withField(OCCURRED_ON.path()),
                    "The event " + rule.type().code() + " has no day on which it happened."));
        }
        return fields;
    }

    List<Translator.Vanished> vanished(LocalDate on) {
        List<Translator.Vanished> events = new ArrayList<>();
        for (VanishedRule rule : vanished) {
            Reading reading = new Reading(NO_ROW, null, on);
            FieldValues.Builder values = FieldValues.builder();
            rule.fields().forEach(field -> field.read(reading, values));
            events.add(new Translator.Vanished(rule.type(), values.set(OCCURRED_ON, on.toString()).build()));
        }
        return events;
    }

    private static final SourceRow NO_ROW = new SourceRow() {
        @Override
        public String value(String column) {
            return null;
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    };

    static Set<String> dayFields() {
        return Set.of(OCCURRED_ON.path(), OCCURRED_AT.path());
    }

    private static LocalDate day(FieldValues values, LocalDate otherwise) {
        String day = values.first(OCCURRED_ON);
        return day == null ? otherwise : LocalDate.parse(day);
    }
}
