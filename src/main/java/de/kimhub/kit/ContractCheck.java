package de.kimhub.kit;

import de.kimhub.translation.RawRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Level 2 for receiving: what holds for every connector, whatever document it is given. */
final class ContractCheck {

    private static final Set<String> XML_REFUSED = Set.of(Mangling.DOCTYPE, Mangling.DECLARED_CHARSET);

    private final KitFolder folder;

    ContractCheck(KitFolder folder) {
        this.folder = folder;
    }

    List<CheckResult> run() {
        List<String> repeated = new ArrayList<>();
        List<String> shuffled = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        List<String> mangled = new ArrayList<>();
        List<String> disclosed = new ArrayList<>();
        for (Sample sample : folder.receiving()) {
            byte[] document = SampleRun.stored(folder.translator(), sample.inputBytes());
            SampleRun run = SampleRun.of(folder.translator(), document);
            Disclosure disclosure = new Disclosure(folder, run);
            disclosure.check(run).forEach(text -> disclosed.add(sample.place() + text));
            if (!run.meaning().equals(SampleRun.of(folder.translator(), document).meaning())) {
                repeated.add(sample.place() + ": The same document read twice is translated differently." + KitProblem.NOT_REPEATABLE);
            }
            shuffle(sample, document, run, shuffled);
            cut(sample, document, run, cut);
            mangle(sample, document, run, disclosure, mangled, disclosed);
        }
        return List.of(
                folder.result(Level.CONTRACT, "the same document twice has the same translation", repeated),
                folder.result(Level.CONTRACT, "the order of the records changes no translation", shuffled),
                folder.result(Level.CONTRACT, "a document cut off anywhere loses no record before the cut", cut),
                folder.result(Level.CONTRACT, "empty, foreign and broken documents are refused, never an exception",
                        mangled),
                folder.result(Level.CONTRACT, "nothing that names a person reaches a problem or a log",
                        disclosed.stream().distinct().toList()));
    }

    private void shuffle(Sample sample, byte[] document, SampleRun run, List<String> findings) {
        boolean allReadable = run.opened() && run.records().stream().allMatch(RawRecord.Readable.class::isInstance);
        Optional<byte[]> reordered = allReadable
                ? new Reordering(folder.receiveFormat()).reverse(document, run.records()) : Optional.empty();
        reordered.map(bytes -> SampleRun.of(folder.translator(), bytes)).ifPresent(other -> {
            List<String> expected = run.meaning().stream().sorted().toList();
            if (!expected.equals(other.meaning().stream().sorted().toList())
                    || !codes(run).equals(codes(other))) {
                findings.add(sample.place() + ": With its records in another order the document is translated"
                        + " differently. A record's translation may depend on that record only." + KitProblem.ORDER_MATTERS);
            }
        });
    }

    private static List<String> codes(SampleRun run) {
        return run.refusals().stream().map(problem -> problem.code().code()).sorted().toList();
    }

    private void cut(Sample sample, byte[] document, SampleRun whole, List<String> findings) {
        Map<Long, String> meanings = byNumber(whole);
        for (int length : Mangling.cuts(document, whole.records())) {
            try {
                SampleRun part = SampleRun.of(folder.translator(), Arrays.copyOf(document, length));
                Map<Long, String> partMeanings = byNumber(part);
                boolean lost = part.opened() && whole.records().stream()
                        .filter(record -> record.offset() + record.length() <= length)
                        .anyMatch(record -> !java.util.Objects.equals(meanings.get(record.number()),
                                partMeanings.get(record.number())));
                if (lost && !folder.receiveFormat().equals("json")) {
                    findings.add(sample.place() + ": Cut off after " + length + " bytes, a record before the cut is"
                            + " translated differently." + KitProblem.CUT);
                }
            } catch (RuntimeException failure) {
                findings.add(sample.place() + ": Cut off after " + length + " bytes, reading ends in "
                        + failure.getClass().getSimpleName() + " instead of a problem." + KitProblem.CUT);
            }
        }
    }

    private static Map<Long, String> byNumber(SampleRun run) {
        Map<Long, String> byNumber = new HashMap<>();
        for (int i = 0; i < run.accepted().size(); i++) {
            byNumber.put(run.numbers().get(i), SampleRun.meaning(run.accepted().get(i)));
        }
        return byNumber;
    }

    private void mangle(Sample sample, byte[] document, SampleRun whole, Disclosure disclosure, List<String> findings,
                        List<String> disclosed) {
        SortedMap<String, byte[]> documents = Mangling.broken(document, folder.receiveCharset());
        if (folder.receiveFormat().equals("xlsx")) {
            documents.putAll(Mangling.brokenWorkbooks(sample.inputBytes()));
        } else if (folder.receiveFormat().equals("xml")) {
            documents.putAll(Mangling.brokenXml(document));
        }
        documents.forEach((what, bytes) -> {
            try {
                SampleRun run = SampleRun.of(folder.translator(), bytes);
                disclosure.check(run).forEach(text -> disclosed.add(sample.place() + text));
                if (bytes.length == 0 && run.problems().isEmpty()) {
                    findings.add(sample.place() + ": An empty document is taken without a word." + KitProblem.BROKEN_DOCUMENT);
                }
                if (XML_REFUSED.contains(what) && run.opened()) {
                    findings.add(sample.place() + ": " + what + " is not refused whole." + KitProblem.BROKEN_DOCUMENT);
                }
                if (what.equals(Mangling.FOREIGN_CHARSET) && !whole.meaning().containsAll(run.meaning())) {
                    findings.add(sample.place() + ": In UTF-16 the document is taken for something else."
                            + KitProblem.BROKEN_DOCUMENT);
                }
            } catch (RuntimeException failure) {
                findings.add(sample.place() + ": " + what + " ends in " + failure.getClass().getSimpleName()
                        + " instead of a problem." + KitProblem.BROKEN_DOCUMENT);
            }
        });
    }
}
