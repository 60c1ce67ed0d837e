/**
 * Learning under differential privacy: a budget, exact noise, and a tree of noisy pair tables
 * (MST).
 *
 * <p>All that touches a person's row goes through {@link org.anamnesis.generate.dp.Budget}, which
 * adds the noise and keeps the account; what comes after it is arithmetic on noisy counts and costs
 * nothing. Decision: docs/decisions/0017-differential-privacy.md.
 */
package org.anamnesis.generate.dp;
