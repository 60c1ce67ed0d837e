/** Long work in the background. */
package org.anamnesis.server.job;
