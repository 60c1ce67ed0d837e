package org.anamnesis.neural;

/**
 * Multiplies matrices of floats.
 *
 * <p>Each cell of the result is Σ<sub>k</sub> a<sub>ik</sub> b<sub>kj</sub>, added up for k = 0, 1,
 * ... by fused multiply-add. The order is part of the contract: every kernel comes to the same
 * bits, and a row of the result does not depend on the rows beside it.
 */
interface Kernel {
    /**
     * C = A·B, or C + A·B.
     *
     * @param a m × k
     * @param b k × n
     * @param c m × n, columns side by side (column step 1)
     * @param add whether to add to what is in {@code c}
     */
    void multiply(Matrix a, Matrix b, Matrix c, boolean add);
}
