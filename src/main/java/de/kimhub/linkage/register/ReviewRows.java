package de.kimhub.linkage.register;

import de.kimhub.linkage.PersonRegister.Doubt;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.register.OpenQuestions.View;
import de.kimhub.linkage.register.PairTable.Scored;
import de.kimhub.linkage.register.Regrouping.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which pairs wait for a person: of two persons that may be one, the likeliest pair of their files. The harm of a mistake:
 * how many sources would learn of each other's records, and 10 more where something may have been passed on of both already.
 */
@Component
class ReviewRows {

    private static final int BOTH_SETTLED = 10;
    private static final int IN_HAND = 3;
    private static final String ROWS = """
            select r.left_case, r.right_case %s from identity.review r
             where r.id in (select id from identity.review where left_case = any(array(select unnest(?::bigint[])))
                            union select id from identity.review where right_case = any(array(select unnest(?::bigint[]))))
             order by r.left_case, r.right_case""";
    private static final String STATE_AND_HAND = """
            , case when r.state = 'DECIDED' and exists (
                       select 1 from identity.pair_decision d where d.id = r.decision_id and d.undone_at is not null)
                   then 'UNDONE' when r.state in ('DECIDED', 'MOOT') then r.state
                   when r.contested then 'CONTESTED' else 'WAITING' end,
              case when exists (select 1 from identity.review_vote v
                                 where v.review_id = r.id and v.closed_at is null and v.at >= r.created_at) then 2
                   when r.locked_until >= now() or r.state = 'ASKED' then 1 else 0 end""";

    private final JdbcTemplate jdbc;
    private final SourceCases cases;
    private final OpenQuestions questions;
    private final Chronicle chronicle;

    ReviewRows(JdbcTemplate jdbc, SourceCases cases, OpenQuestions questions, Chronicle chronicle) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.questions = questions;
        this.chronicle = chronicle;
    }

    private enum State {
        WAITING,
        /** Waits also while its files are one person's. */
        CONTESTED,
        MOOT, DECIDED, UNDONE
    }

    /**
     * @param ours  whether it can be changed
     * @param hands the more, the more a reviewer has done about it
     */
    private record Waiting(State state, boolean ours, int hands) {

        private boolean isRaised() {
            return state == State.CONTESTED || state == State.UNDONE || state == State.WAITING && hands > 0;
        }
    }

    /** @return the pairs that wait now, of the files asked for and those that are new to the queue */
    List<Doubt> refresh(Neighbourhood around, Map<Long, Long> personOf, Standing standing, Question question) {
        View view = questions.view(around, personOf, standing);
        Map<Pair, Waiting> rows = rows(around.files().keySet());
        List<Pair> raised = rows.keySet().stream().filter(pair -> rows.get(pair).isRaised()).toList();
        Map<Pair, List<Scored>> open = questions.of(around, view, raised, question);
        Set<Pair> moot = new LinkedHashSet<>();
        Set<Pair> waiting = new LinkedHashSet<>();
        Map<Pair, Pair> asked = new HashMap<>();
        rows.forEach((pair, row) -> {
            State state = row.state();
            if (state == State.CONTESTED && view.isOne(pair) && !standing.same(pair.left(), pair.right())) {
                return;
            }
            if (state == State.WAITING || state == State.CONTESTED) {
                boolean kept = open.getOrDefault(view.personsOf(pair), List.of()).stream()
                        .anyMatch(one -> one.pair().equals(pair)) && asked.putIfAbsent(view.personsOf(pair), pair) == null;
                if (kept) {
                    waiting.add(pair);
                } else if (row.ours()) {
                    moot.add(pair);
                }
            }
        });
        List<Scored> proposed = new ArrayList<>();
        open.forEach((persons, all) -> {
            if (!asked.containsKey(persons)) {
                all.stream().filter(one -> !decided(rows.get(one.pair())))
                        .max(Comparator.comparingDouble((Scored one) -> one.score().bits())
                                .thenComparing(one -> one.pair(), Pair.ORDER)).ifPresent(proposed::add);
            }
        });
        end(moot);
        propose(proposed, view, around, question);
        Set<Pair> news = proposed.stream().map(Scored::pair).collect(Collectors.toSet());
        waiting.addAll(news);
        return waiting.stream().filter(pair -> news.contains(pair) || question.asked().contains(pair.left())
                || question.asked().contains(pair.right())).map(pair -> new Doubt(pair.left(), pair.right())).toList();
    }

    /**
     * Rows that a reviewer holds at this moment are left to them, and what they ask nobody else is asked. Of two about the
     * same persons that comes first in which somebody has a hand.
     */
    private Map<Pair, Waiting> rows(Set<Long> files) {
        long[] numbers = Sql.longs(files);
        Set<Pair> ours = new HashSet<>(jdbc.query(ROWS.formatted("") + " for update of r skip locked",
                (row, no) -> new Pair(row.getLong(1), row.getLong(2)), numbers, numbers));
        Map<Pair, Waiting> rows = new LinkedHashMap<>();
        jdbc.query(ROWS.formatted(STATE_AND_HAND), row -> {
            Pair pair = new Pair(row.getLong(1), row.getLong(2));
            rows.put(pair, new Waiting(State.valueOf(row.getString(3)), ours.contains(pair),
                    ours.contains(pair) ? row.getInt(4) : IN_HAND));
        }, numbers, numbers);
        return rows.entrySet().stream().sorted(Comparator.comparingInt(row -> -row.getValue().hands())).collect(
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static boolean decided(Waiting row) {
        return row != null && row.state() == State.DECIDED;
    }

    private void end(Set<Pair> moot) {
        if (!moot.isEmpty()) {
            jdbc.update("""
                    update identity.review r set state = 'MOOT', contested = false, locked_by = null, locked_until = null,
                           differ_until = null, shown = null, shown_model = null, shown_digest = null
                    from unnest(?::bigint[], ?::bigint[]) as p (l, r)
                    where r.left_case = p.l and r.right_case = p.r""",
                    moot.stream().mapToLong(Pair::left).toArray(), moot.stream().mapToLong(Pair::right).toArray());
        }
    }

    private void propose(List<Scored> proposed, View view, Neighbourhood around, Question question) {
        if (proposed.isEmpty()) {
            return;
        }
        List<Long> persons = proposed.stream().map(one -> view.personsOf(one.pair()))
                .flatMap(pair -> Stream.of(pair.left(), pair.right())).distinct().toList();
        Map<Long, Set<Integer>> knowing = cases.instancesKnowing(persons);
        Set<Long> settled = question.candidates().settled(persons);
        Map<Pair, byte[]> explanations = chronicle.explanations(proposed.stream().map(Scored::pair).toList(), around.files(),
                question.scorer());
        insert(proposed.stream().filter(one -> explanations.containsKey(one.pair()))
                .sorted(Comparator.comparing(Scored::pair, Pair.ORDER))
                .map(one -> new Row(one, harm(view.personsOf(one.pair()), knowing, settled), explanations.get(one.pair())))
                .toList(), question.scorer().model().version());
    }

    private record Row(Scored scored, int harm, byte[] explanation) {
    }

    private static int harm(Pair persons, Map<Long, Set<Integer>> knowing, Set<Long> settled) {
        Set<Integer> sources = new HashSet<>(knowing.getOrDefault(persons.left(), Set.of()));
        sources.addAll(knowing.getOrDefault(persons.right(), Set.of()));
        return sources.size() - 1
                + (settled.contains(persons.left()) && settled.contains(persons.right()) ? BOTH_SETTLED : 0);
    }

    private void insert(List<Row> rows, String model) {
        jdbc.update("""
                insert into identity.review (left_case, right_case, bits, harm, explanation, model)
                select l, r, b, h, e, ? from unnest(?::bigint[], ?::bigint[], ?::float8[], ?::int[], ?::bytea[])
                    as p (l, r, b, h, e)
                on conflict (left_case, right_case) do update
                set bits = excluded.bits, harm = excluded.harm, explanation = excluded.explanation,
                    model = excluded.model, state = 'OPEN', decision_id = null,
                    contested = false, locked_by = null, locked_until = null, created_at = now(), due_at = now(),
                    scored_at = now(), differ_until = null, shown = null, shown_model = null, shown_digest = null
                where review.state in ('DECIDED', 'MOOT')""", model,
                rows.stream().mapToLong(one -> one.scored().pair().left()).toArray(),
                rows.stream().mapToLong(one -> one.scored().pair().right()).toArray(),
                rows.stream().mapToDouble(one -> one.scored().score().bits()).toArray(),
                rows.stream().mapToInt(Row::harm).toArray(),
                rows.stream().map(Row::explanation).toArray(byte[][]::new));
    }
}
