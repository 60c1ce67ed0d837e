/**
 * How good is a cohort? Each column against the reference population and published figures, what
 * was asked against what came, rules that must hold in every row, and how far from reality the
 * request lies.
 *
 * <p>Knows the specification and the finished cohort, never the plan or the generator, so it cannot
 * favour one. A metric returns a number; it never says "good".
 */
package org.anamnesis.evaluate;
