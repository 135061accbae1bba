package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.register.DecisionTable.Decided;
import de.kimhub.linkage.register.PairTable.Scored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads neighbourhoods, and keeps others from changing them. */
@Component
class Neighbourhoods {

    private final JdbcTemplate jdbc;
    private final Buckets buckets;
    private final PairTable pairs;
    private final DecisionTable decisions;
    private final SourceCases cases;

    Neighbourhoods(JdbcTemplate jdbc, Buckets buckets, PairTable pairs, DecisionTable decisions, SourceCases cases) {
        this.jdbc = jdbc;
        this.buckets = buckets;
        this.pairs = pairs;
        this.decisions = decisions;
        this.cases = cases;
    }

    /**
     * The neighbourhood of these files, which nobody else changes until the transaction ends. While this one waited for
     * locks another may have made the neighbourhood greater: then the locks are given back and taken anew, in order.
     */
    Neighbourhood lockAround(Collection<Long> files) {
        Set<Long> locked = read(files).inside();
        while (true) {
            jdbc.execute("savepoint neighbourhood");
            buckets.lockFiles(locked);
            Graph now = read(files);
            if (locked.containsAll(now.inside())) {
                jdbc.execute("release savepoint neighbourhood");
                return now.neighbourhood(cases);
            }
            jdbc.execute("rollback to savepoint neighbourhood");
            locked.addAll(now.inside());
        }
    }

    private Graph read(Collection<Long> files) {
        Graph graph = new Graph();
        Set<Long> frontier = new HashSet<>(files);
        while (!frontier.isEmpty()) {
            graph.inside().addAll(frontier);
            Set<Long> next = new HashSet<>();
            for (Scored one : pairs.touching(frontier)) {
                graph.pairs().put(one.pair(), one);
                if (Neighbourhood.connects(one)) {
                    addBoth(next, one.pair());
                }
            }
            for (Decided one : decisions.touching(frontier)) {
                graph.decided().put(one.id(), one);
                if (one.same()) {
                    addBoth(next, one.pair());
                }
            }
            next.removeAll(graph.inside());
            frontier = next;
        }
        return graph;
    }

    private static void addBoth(Set<Long> files, Pair pair) {
        files.add(pair.left());
        files.add(pair.right());
    }

    private record Graph(Set<Long> inside, Map<Pair, Scored> pairs, Map<Long, Decided> decided) {

        Graph() {
            this(new HashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        Neighbourhood neighbourhood(SourceCases cases) {
            return new Neighbourhood(new HashMap<>(cases.byId(inside)), pairs, new ArrayList<>(decided.values()));
        }
    }
}
