package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Witness.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a certificate by adding up, without a solver and without anything of what made it. Nothing may be published
 * that it has a finding on.
 */
public final class Verifier {

    private final Ledger ledger;
    private final Set<String> hidden;
    private final Map<String, LedgerCell> cells = new HashMap<>();
    private final Map<String, BitSet> known = new HashMap<>();
    private final Map<String, Map<Side, Long>> proven = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Verifier(Ledger ledger, Set<String> hidden) {
        this.ledger = ledger;
        this.hidden = hidden;
        ledger.cells().forEach(cell -> cells.put(cell.id(), cell));
        Difference.of(ledger).forEach(difference -> cells.put(difference.cell().id(), difference.cell()));
        known.put(Witness.OUTSIDER, new BitSet());
        ledger.insiders().forEach(insider -> known.put(insider.name(), insider.known()));
    }

    /** @return empty when every hidden small cell is proven safe from each attacker */
    public static List<Finding> verify(Ledger ledger, Protection protection) {
        Verifier verifier = new Verifier(ledger, protection.hidden());
        ledger.cells().forEach(verifier::checkStanding);
        protection.certificate().witnesses().forEach(verifier::checkWitness);
        verifier.cells.values().forEach(verifier::checkProof);
        return List.copyOf(verifier.findings);
    }

    private void checkStanding(LedgerCell cell) {
        boolean isHidden = hidden.contains(cell.id());
        if (sum(cell, ledger.base()) != cell.value()) {
            findings.add(new Finding(DisclosureProblem.NOT_THE_SUM, cell.id()));
        }
        switch (cell.standing()) {
            case SHOWN -> findIf(isHidden, DisclosureProblem.SHOWN_BEFORE, cell);
            case HIDDEN -> findIf(!isHidden, DisclosureProblem.HIDDEN_BEFORE, cell);
            case PRIMARY -> findIf(!isHidden, DisclosureProblem.SMALL_SHOWN, cell);
            case OPEN -> findIf(!isHidden && isSmall(cell), DisclosureProblem.SMALL_SHOWN, cell);
        }
    }

    private void findIf(boolean is, DisclosureProblem problem, LedgerCell cell) {
        if (is) {
            findings.add(new Finding(problem, cell.id()));
        }
    }

    private void checkWitness(Witness witness) {
        LedgerCell cell = cells.get(witness.cell());
        BitSet fixed = known.get(witness.attacker());
        if (cell == null || fixed == null || witness.base().length != ledger.base().length) {
            findings.add(new Finding(DisclosureProblem.WITNESS_UNKNOWN, witness.cell(), witness.attacker()));
            return;
        }
        Optional<DisclosureProblem> wrong = wrong(witness.base(), fixed);
        if (wrong.isPresent()) {
            findings.add(new Finding(wrong.get(), witness.cell(), witness.attacker()));
            return;
        }
        proven.computeIfAbsent(key(cell, witness.attacker()), key -> new EnumMap<>(Side.class))
                .merge(witness.side(), sum(cell, witness.base()), witness.side() == Side.UPPER ? Math::max : Math::min);
    }

    private Optional<DisclosureProblem> wrong(long[] base, BitSet fixed) {
        for (int group = 0; group < base.length; group++) {
            if (base[group] < 0) {
                return Optional.of(DisclosureProblem.NEGATIVE);
            }
            if (fixed.get(group) && base[group] != ledger.base()[group]) {
                return Optional.of(DisclosureProblem.KNOWN_NOT_MET);
            }
        }
        return ledger.cells().stream().anyMatch(cell -> !hidden.contains(cell.id()) && sum(cell, base) != cell.value())
                ? Optional.of(DisclosureProblem.SHOWN_NOT_MET) : Optional.empty();
    }

    private void checkProof(LedgerCell cell) {
        boolean needsProof = cell.standing() == Standing.PRIMARY || cell.standing() != Standing.SHOWN && isSmall(cell);
        if (!needsProof) {
            return;
        }
        known.forEach((attacker, fixed) -> {
            BitSet unknown = (BitSet) cell.groups().clone();
            unknown.andNot(fixed);
            if (unknown.isEmpty()) {
                return;
            }
            Map<Side, Long> sides = proven.getOrDefault(key(cell, attacker), Map.of());
            if (!sides.containsKey(Side.UPPER) || !sides.containsKey(Side.LOWER)) {
                findings.add(new Finding(DisclosureProblem.NO_WITNESS, cell.id(), attacker));
            } else if (!isWide(cell, fixed, sides.get(Side.LOWER), sides.get(Side.UPPER))) {
                findings.add(new Finding(DisclosureProblem.SIDE_NOT_MET, cell.id(), attacker));
            }
        });
    }

    /** A large cell that the primary rule hides, say of one person's twelve visits, needs a wide interval instead. */
    private boolean isWide(LedgerCell cell, BitSet fixed, long lower, long upper) {
        if (cell.value() >= ledger.threshold()) {
            return upper - lower >= Math.max(ledger.threshold(), (cell.value() + 4) / 5);
        }
        BitSet own = (BitSet) cell.groups().clone();
        own.and(fixed);
        return upper >= ledger.threshold() && lower <= Math.max(1, own.stream().mapToLong(group -> ledger.base()[group]).sum());
    }

    private boolean isSmall(LedgerCell cell) {
        return cell.value() > 0 && cell.value() < ledger.threshold();
    }

    private static long sum(LedgerCell cell, long[] base) {
        return cell.groups().stream().mapToLong(group -> base[group]).sum();
    }

    private static String key(LedgerCell cell, String attacker) {
        return cell.id() + '\n' + attacker;
    }
}
