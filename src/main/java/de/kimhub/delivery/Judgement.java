package de.kimhub.delivery;

import java.util.List;

/**
 * @param admitted in the order of the lane
 * @param blocked  whether items were left behind because another transaction is just changing what they rest on
 */
record Judgement(List<Admitted> admitted, List<Withdrawal> withdrawals, boolean blocked) {
}
