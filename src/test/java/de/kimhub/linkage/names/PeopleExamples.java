package de.kimhub.linkage.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Examples from records of invented people, each of whom offices have written down several times: the spellings of one person
 * are true pairs, each with five of other people's names, some of which begin with the same letter and are near by letters.
 * What is alike already, or linked by such spellings, is never another name: many people are called Mohammed.
 */
final class PeopleExamples {

    private static final double MAY_BE_THE_SAME = 0.6;
    private static final double WEIGHT_OF_OTHERS = 0.7;
    /** For each false pair: the nearest of so many people. */
    private static final int[] NEAREST_OF = {1, 1, 1, 20, 100};
    private static final float STRANGERS = 98;

    private final List<String[]> records;
    private final List<String> columns;
    private final Random random;
    private final LearningExamples examples = new LearningExamples(false);

    /** @param table comma separated, with the columns entity_id (one number for each person), given_name, surname */
    PeopleExamples(Path table, Random random) throws IOException {
        List<String> lines = Files.readAllLines(table);
        columns = List.of(lines.getFirst().split(","));
        records = lines.stream().skip(1).map(line -> line.split(",", -1))
                .filter(cells -> !cell(cells, "given_name").isBlank() && !cell(cells, "surname").isBlank()).toList();
        this.random = random;
    }

    List<LearningExample> all() {
        add("given_name");
        add("surname");
        return examples.all();
    }

    private String cell(String[] cells, String column) {
        return cells[columns.indexOf(column)];
    }

    private void add(String column) {
        List<String> everybody = new ArrayList<>();
        Map<String, Set<String>> spellings = new TreeMap<>();
        for (String[] cells : records) {
            everybody.add(cell(cells, column));
            spellings.computeIfAbsent(cell(cells, "entity_id"), any -> new TreeSet<>()).add(cell(cells, column));
        }
        Map<String, String> linked = linked(spellings);
        List<Set<String>> people = new ArrayList<>(spellings.values());
        Collections.shuffle(people, random);
        Set<List<String>> seen = new HashSet<>();
        for (Set<String> person : people) {
            List<String> names = List.copyOf(new ArrayList<>(person));
            Set<String> own = new HashSet<>();
            names.forEach(name -> own.add(groupOf(linked, name)));
            for (int i = 0; i < names.size(); i++) {
                for (String other : names.subList(i + 1, names.size())) {
                    if (seen.add(List.of(names.get(i), other))) {
                        examples.add(names.get(i), other, true, 1);
                        addOthers(names.get(i), other, everybody, name -> own.contains(groupOf(linked, name)));
                    }
                }
            }
        }
    }

    private void addOthers(String name, String spelling, List<String> everybody, java.util.function.Predicate<String> own) {
        for (int nearestOf : NEAREST_OF) {
            String nearest = null;
            float least = Float.MAX_VALUE;
            for (int i = 0; i < nearestOf; i++) {
                String other = everybody.get(random.nextInt(everybody.size()));
                float distance = other.charAt(0) == spelling.charAt(0) ? SoundDistance.ofLetters(other, spelling) : STRANGERS;
                if (distance < least && !own.test(other)) {
                    least = distance;
                    nearest = other;
                }
            }
            if (nearest != null) {
                examples.add(name, nearest, false, WEIGHT_OF_OTHERS);
            }
        }
    }

    /** From a name to another of its group. Alike by the tables as they are shipped now. */
    private Map<String, String> linked(Map<String, Set<String>> spellings) {
        Map<String, String> linked = new TreeMap<>();
        for (Set<String> person : spellings.values()) {
            for (String name : person) {
                for (String other : person) {
                    String group = groupOf(linked, name);
                    String otherGroup = groupOf(linked, other);
                    if (!group.equals(otherGroup) && mayBeTheSame(name, other)) {
                        linked.put(group, otherGroup);
                    }
                }
            }
        }
        return linked;
    }

    private boolean mayBeTheSame(String name, String other) {
        Optional<NamePart> one = examples.part(name);
        Optional<NamePart> another = examples.part(other);
        return one.isPresent() && another.isPresent() && NameSimilarity.of(one.get(), another.get()) > MAY_BE_THE_SAME;
    }

    private static String groupOf(Map<String, String> linked, String name) {
        String group = name;
        while (linked.containsKey(group)) {
            group = linked.get(group);
        }
        return group;
    }
}
