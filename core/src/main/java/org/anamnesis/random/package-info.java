/** The only place that makes random numbers: streams keyed by seed, purpose and patient. */
package org.anamnesis.random;
