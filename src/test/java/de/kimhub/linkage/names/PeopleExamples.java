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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Examples from records of invented people, each of whom offices have written down several times: the spellings of one person
 * are true pairs, each with five of other people's names, some of which begin with the same letter and are near by letters.
 * What is alike already, or linked by such spellings, is never another name: many people are called Mohammed.
 */
final class PeopleExamples {

    /** So many times the distance at which two names are as likely the same as not. */
    private static final double MAY_BE_THE_SAME = 1.4336;
    private static final double WEIGHT_OF_OTHERS = 0.7;
    /** For each false pair: the nearest of so many people. */
    private static final int[] NEAREST_OF = {1, 1, 1, 20, 100};
    private static final float STRANGERS = 98;

    private final List<String[]> records;
    private final List<String> columns;
    private final Random random;
    private final SoundParameters linking;
    private final SoundAlignment alignment;
    private final LearningExamples examples = new LearningExamples(false);

    /**
     * @param table   comma separated, with the columns entity_id (the same for all records of a person), given_name, surname
     * @param linking the costs by which spellings are alike already
     */
    PeopleExamples(Path table, SoundParameters linking, Random random) throws IOException {
        List<String> lines = Files.readAllLines(table);
        columns = List.of(lines.getFirst().split(","));
        records = lines.stream().skip(1).map(line -> line.split(",", -1))
                .filter(cells -> !cell(cells, "given_name").isBlank() && !cell(cells, "surname").isBlank()).toList();
        this.random = random;
        this.linking = linking;
        alignment = new SoundAlignment(linking);
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
            Set<String> own = person.stream().map(name -> groupOf(linked, name)).collect(Collectors.toSet());
            for (List<String> pair : pairs(List.copyOf(person))) {
                if (seen.add(pair)) {
                    examples.add(pair.getFirst(), pair.getLast(), true, 1);
                    addOthers(pair, everybody, name -> own.contains(groupOf(linked, name)));
                }
            }
        }
    }

    private static List<List<String>> pairs(List<String> names) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (String other : names.subList(i + 1, names.size())) {
                pairs.add(List.of(names.get(i), other));
            }
        }
        return pairs;
    }

    private void addOthers(List<String> pair, List<String> everybody, Predicate<String> own) {
        String spelling = pair.getLast();
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
                examples.add(pair.getFirst(), nearest, false, WEIGHT_OF_OTHERS);
            }
        }
    }

    /** From a name to another of its group. */
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
        return one.isPresent() && another.isPresent()
                && (startAlike(one.get(), another.get()) || areNear(one.get().spellings(), another.get().spellings()));
    }

    private static boolean startAlike(NamePart one, NamePart other) {
        return (one.isInitial() || other.isInitial()) && one.form().charAt(0) == other.form().charAt(0);
    }

    private boolean areNear(Forms one, Forms other) {
        for (short[] sounds : one.sounds()) {
            for (short[] others : other.sounds()) {
                if (alignment.of(sounds, others) < MAY_BE_THE_SAME * linking.costs.even(sounds, others)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String groupOf(Map<String, String> linked, String name) {
        String group = name;
        while (linked.containsKey(group)) {
            group = linked.get(group);
        }
        return group;
    }
}
