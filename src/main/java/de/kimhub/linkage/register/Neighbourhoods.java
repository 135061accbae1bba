package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.register.DecisionTable.Decided;
import de.kimhub.linkage.register.PairTable.Scored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/** Reads neighbourhoods, and keeps others from changing them. */
@Component
class Neighbourhoods {

    private final Buckets buckets;
    private final PairTable pairs;
    private final DecisionTable decisions;
    private final SourceCases cases;

    Neighbourhoods(Buckets buckets, PairTable pairs, DecisionTable decisions, SourceCases cases) {
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
        Set<Long> locked = new HashSet<>(read(files, Set.of()).inside());
        while (true) {
            SortedSet<?> savepoint = buckets.savepoint();
            buckets.lockFiles(locked);
            Graph now = read(files, locked);
            if (locked.containsAll(now.inside())) {
                buckets.release();
                return now.neighbourhood(cases);
            }
            buckets.rollBack(savepoint);
            locked.addAll(now.inside());
        }
    }

    /** @param likely files that are probably inside as well: so they are read at once */
    private Graph read(Collection<Long> files, Set<Long> likely) {
        Links links = new Links(new HashMap<>(), new HashMap<>(), new HashSet<>());
        Set<Long> first = new HashSet<>(files);
        first.addAll(likely);
        links.read(first, pairs, decisions);
        Graph graph = new Graph();
        Set<Long> frontier = new LinkedHashSet<>(files);
        while (!frontier.isEmpty()) {
            links.read(frontier, pairs, decisions);
            graph.inside().addAll(frontier);
            frontier = links.follow(frontier, graph);
        }
        return graph;
    }

    /** What was read of some files. */
    private record Links(Map<Long, List<Scored>> pairs, Map<Long, List<Decided>> decided, Set<Long> read) {

        void read(Collection<Long> files, PairTable table, DecisionTable decisions) {
            Set<Long> unread = new HashSet<>(files);
            unread.removeAll(read);
            table.touching(unread).forEach(one -> addBoth(pairs, one.pair(), one, unread));
            decisions.touching(unread).forEach(one -> addBoth(decided, one.pair(), one, unread));
            read.addAll(unread);
        }

        private static <T> void addBoth(Map<Long, List<T>> byFile, Pair pair, T one, Set<Long> files) {
            for (long file : new long[] {pair.left(), pair.right()}) {
                if (files.contains(file)) {
                    byFile.computeIfAbsent(file, key -> new ArrayList<>()).add(one);
                }
            }
        }

        /** Adds what touches these files; returns their neighbours that are not inside yet. */
        Set<Long> follow(Set<Long> files, Graph graph) {
            Set<Long> next = new LinkedHashSet<>();
            for (long file : files) {
                for (Scored one : pairs.getOrDefault(file, List.of())) {
                    graph.pairs().put(one.pair(), one);
                    if (Neighbourhood.connects(one)) {
                        next.add(one.pair().other(file));
                    }
                }
                for (Decided one : decided.getOrDefault(file, List.of())) {
                    graph.decided().put(one.id(), one);
                    if (one.same()) {
                        next.add(one.pair().other(file));
                    }
                }
            }
            next.removeAll(graph.inside());
            return next;
        }
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
