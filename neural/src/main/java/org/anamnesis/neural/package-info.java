/**
 * Engines that learn a user's table with a neural network: autoregression, diffusion and GAN.
 *
 * <p>From the bottom up: a {@link org.anamnesis.neural.Kernel} multiplies matrices, by the Vector
 * API where Java has it; layers keep all their parameters in one array, so that optimiser, average
 * and file know nothing of layers; a {@link org.anamnesis.neural.Margin} turns a column into ranks
 * and back without keeping any person's rare value; each engine is a learner, a network and a
 * model. Randomness comes from {@link org.anamnesis.random.SeedTree} alone, and sums are taken in
 * one fixed order, so that threads do not change a result.
 */
package org.anamnesis.neural;
