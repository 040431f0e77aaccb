/// Drawings as they were when a person last looked at them.
enum GoldenFigure {
  /// The drawing of `FigureTests.small`.
  static let smallTheory = #"""
    digraph "theory-figure" {
      graph [bgcolor=white, charset="UTF-8", fontcolor="#1a1a1a", fontname="Helvetica,Arial,sans-serif", fontsize=11, id="figure/t", label=<<table border="0" cellborder="0" cellspacing="0" cellpadding="2"><tr><td align="left" balign="left"><font color="#5c5c5c" point-size="10"><b>───&gt;</b></font><font color="#595959" point-size="9">&#160;thin &#160;&#160;&#160;&#160;&#160;</font><font color="#8a3b7a" point-size="10"><b>╍╍╍╍▶</b></font><font color="#595959" point-size="9">&#160;contested &#160;&#160;&#160;&#160;&#160;</font></td></tr><tr><td align="left" balign="left"><font color="#00507f" point-size="9"><b>S</b></font><font color="#595959" point-size="9">&#160;voices that support &#160;&#160;&#160;&#160;&#160;</font><font color="#8a3500" point-size="9"><b>K</b></font><font color="#595959" point-size="9">&#160;voices that challenge &#160;&#160;&#160;&#160;&#160;</font><font color="#1a1a1a" point-size="9"><b>▸</b></font><font color="#595959" point-size="9">&#160;the part that decided the verdict</font></td></tr><tr><td align="left" balign="left"><font color="#595959" point-size="9">grey line with a bar: stated link that works against &#160;&#160;&#160;&#160;&#160;grey fill: in no configuration</font></td></tr><tr><td align="left" balign="left"><font color="#595959" point-size="8">revision 1</font><br align="left"/></td></tr></table>>, labeljust=l, labelloc=b, newrank=true, nodesep=0.13, outputorder=edgesfirst, overlap=false, pad=0.2, rankdir=LR, ranksep=0.75, remincross=false, splines=true, tooltip="Study"];
      node [color="#8c8c8c", fillcolor="#ffffff", fontcolor="#1a1a1a", fontname="Helvetica,Arial,sans-serif", fontsize=10, height=0.3, margin="0.12,0.07", penwidth=1, style=filled, width=0.3];
      edge [arrowsize=0.7, color="#8c8c8c", fontcolor="#595959", fontname="Helvetica,Arial,sans-serif", fontsize=8];
      subgraph cluster_figure {
        graph [label=<<font color="#1a1a1a" point-size="18"><b>Study</b></font><br align="left"/>>, labeljust=l, labelloc=t, margin=14, pencolor=none];
        subgraph cluster_t {
          graph [id="theory/t", label=<<font color="#1a1a1a" point-size="15"><b>A &quot;small&quot; theory</b></font><br align="left"/><font color="#595959" point-size="10">initial</font><br align="left"/>>, labeljust=l, labelloc=t, margin=12, pencolor="#c9c9c5", style=rounded, tooltip="A \"small\" theory"];
          subgraph "cluster_t/context" {
            graph [fillcolor="#f5f5f2", id="t/context", label=<<font color="#595959" point-size="10"><b>Contexts</b></font><br align="left"/>>, labeljust=l, labelloc=t, margin=10, pencolor="#f5f5f2", style="rounded,filled", tooltip="Contexts"];
            "t/c" [URL="index.html#configuration-k", color="#1a1a1a", fillcolor="#ffffff", id="t/c", label=<<font color="#1a1a1a" point-size="10">Money is short</font><br/><font color="#595959" point-size="7.5"><i>emerged from evidence · constrains</i></font>>, shape=box, style="rounded,filled", tooltip="Money is short everywhere."];
          }
          subgraph "cluster_t/mechanism" {
            graph [fillcolor="#f5f5f2", id="t/mechanism", label=<<font color="#595959" point-size="10"><b>Mechanisms</b></font><br align="left"/>>, labeljust=l, labelloc=t, margin=10, pencolor="#f5f5f2", style="rounded,filled", tooltip="Mechanisms"];
            "t/m" [color="#1a1a1a", fillcolor="#ffffff", id="t/m", label=<<font color="#1a1a1a" point-size="10">Pooled budgets</font>>, margin="0.02,0.04", shape=hexagon, tooltip="Pooled budgets"];
          }
          subgraph "cluster_t/outcome" {
            graph [fillcolor="#f5f5f2", id="t/outcome", label=<<font color="#595959" point-size="10"><b>Outcomes</b></font><br align="left"/>>, labeljust=l, labelloc=t, margin=10, pencolor="#f5f5f2", style="rounded,filled", tooltip="Outcomes"];
            "t/o" [color="#1a1a1a", fillcolor="#ffffff", id="t/o", label=<<font color="#1a1a1a" point-size="10">Care is joined up</font>>, shape=box, tooltip="Care is joined up"];
            "t/p" [color="#8c8c8c", fillcolor="#ebebe7", id="t/p", label=<<font color="#595959" point-size="10">Costs fall</font>>, shape=box, tooltip="Costs fall"];
            { rank=same; "t/o"; "t/p"; }
            "t/p" -> "t/o" [style=invis, weight=1];
          }
          "t/configuration/k" [color="#8a3b7a", fillcolor="#ffffff", id="t/configuration/k", label=<<table border="0" cellborder="0" cellspacing="2" cellpadding="1"><tr><td align="left" balign="left" colspan="4"><font color="#8a3b7a" point-size="9"><b>contested</b></font><br align="left"/></td></tr><tr><td align="left" balign="left" colspan="4"><font color="#595959" point-size="7.5">k</font><br align="left"/></td></tr><tr><td align="left" balign="left"><font color="#595959" point-size="8">&#160;&#160;&#160;mechanism</font></td><td align="center" balign="center" bgcolor="#dcebf5"><font color="#00507f" point-size="8"><b>&#160;S 3&#160;</b></font></td><td align="left" balign="left"> </td><td align="left" balign="left"><font color="#595959" point-size="8">supported</font><br align="left"/></td></tr><tr><td align="left" balign="left"><font color="#1a1a1a" point-size="8"><b>▸ link</b></font></td><td align="center" balign="center" bgcolor="#dcebf5"><font color="#00507f" point-size="8"><b>&#160;S 2&#160;</b></font></td><td align="center" balign="center" bgcolor="#f9e1d2"><font color="#8a3500" point-size="8"><b>&#160;K 2&#160;</b></font></td><td align="left" balign="left"><font color="#1a1a1a" point-size="8"><b>contested</b></font><br align="left"/></td></tr></table>>, margin="0.07,0.05", penwidth=1.8, shape=box, style="rounded,filled,dashed", tooltip="Pooling joins care up\ncontested"];
          "t/c" -> "t/m" [style=invis, weight=1];
          "t/m" -> "t/configuration/k" [style=invis, weight=1];
          "t/configuration/k" -> "t/o" [style=invis, weight=1];
          "t/c" -> "t/m" [arrowhead=vee, color="#5c5c5c", fillcolor="#5c5c5c", fontcolor="#5c5c5c", id="t/c->t/m", penwidth=0.6, style=solid, tooltip="constrains: thin, for", weight=0];
          "t/m" -> "t/configuration/k" [arrowhead=none, color="#8a3b7a", fillcolor="#8a3b7a", fontcolor="#8a3b7a", id="t/m->t/configuration/k", penwidth=1.8, style=dashed, tooltip="Pooling joins care up\ncontested", weight=4];
          "t/configuration/k" -> "t/o" [arrowhead=normal, color="#8a3b7a", fillcolor="#8a3b7a", fontcolor="#8a3b7a", id="t/configuration/k->t/o", penwidth=1.8, style=dashed, tooltip="Pooling joins care up\ncontested", weight=4];
          "t/c" -> "t/p" [arrowhead=tee, id="t/c->t/p", label="counteracts", tooltip="c counteracts p (stated)", weight=0];
        }
      }
    }

    """#
}
