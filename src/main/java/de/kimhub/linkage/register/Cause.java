package de.kimhub.linkage.register;

import de.kimhub.linkage.register.DecisionTable.Decided;
import de.kimhub.linkage.register.LinkEvents.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why files are grouped anew.
 *
 * @param kind      {@code null} when nobody asked for it: what the event is shows itself
 * @param about     files that are in the event even when they do not move
 * @param decisions made by it
 * @param ended     decisions that it overruled
 * @param undoes    the event that it takes back, or {@code null}
 * @param targets   whose files shall be; nothing else joins persons then
 * @param together  files that shall be one person's, if need be by a decision
 * @param apart     files that shall not
 */
record Cause(Kind kind, String actor, Set<Long> about, List<Long> decisions, List<Long> ended, Long undoes,
             Map<Long, Long> targets, List<Set<Long>> together, List<Pair> apart) {

    static final Cause NEWS = new Cause(null, "linkage", Set.of(), List.of(), List.of(), null, Map.of(), List.of(),
            List.of());

    static Cause decision(boolean same, Pair pair, Collection<Decided> made, String actor) {
        return new Cause(same ? Kind.DECIDED_SAME : Kind.DECIDED_DIFFERENT, actor, Set.of(pair.left(), pair.right()),
                made.stream().map(Decided::id).toList(), List.of(), null, Map.of(), List.of(), List.of());
    }

    boolean isAutomatic() {
        return kind == null;
    }

    boolean fixesPersons() {
        return !targets.isEmpty();
    }
}
