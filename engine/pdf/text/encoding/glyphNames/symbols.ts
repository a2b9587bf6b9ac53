/**
 * Names of punctuation, symbols, arrows and box drawings, after the Adobe Glyph List.
 * Read by readGlyphNames, which says how they are written.
 */
export const SYMBOL_GLYPH_NAMES = `
531: Aybarmenian Benarmenian Gimarmenian Daarmenian Echarmenian Zaarmenian Eharmenian Etarmenian Toarmenian
Zhearmenian Iniarmenian Liwnarmenian Xeharmenian Caarmenian Kenarmenian Hoarmenian Jaarmenian Ghadarmenian
Cheharmenian Menarmenian Yiarmenian Nowarmenian Shaarmenian Voarmenian Chaarmenian Peharmenian Jheharmenian
Raarmenian Seharmenian Vewarmenian Tiwnarmenian Reharmenian Coarmenian Yiwnarmenian Piwrarmenian Keharmenian
Oharmenian Feharmenian 559: ringhalfleftarmenian apostrophearmenian emphasismarkarmenian exclamarmenian
commaarmenian questionarmenian abbreviationmarkarmenian 561: aybarmenian benarmenian gimarmenian daarmenian
echarmenian zaarmenian eharmenian etarmenian toarmenian zhearmenian iniarmenian liwnarmenian xeharmenian
caarmenian kenarmenian hoarmenian jaarmenian ghadarmenian cheharmenian menarmenian yiarmenian nowarmenian
shaarmenian voarmenian chaarmenian peharmenian jheharmenian raarmenian seharmenian vewarmenian tiwnarmenian
reharmenian coarmenian yiwnarmenian piwrarmenian keharmenian oharmenian feharmenian echyiwnarmenian 589:
periodarmenian 1D40: intercal 2002: enspace 200B: zerowidthspace afii61664 =zerowidthnonjoiner afii301
afii299 afii300 hyphentwo 2012: figuredash endash emdash afii00208 =horizontalbar dblverticalbar =bardbl
dbllowline =underscoredbl quoteleft quoteright quotesinglbase quoteleftreversed =quotereversed quotedblleft
quotedblright quotedblbase 2020: dagger daggerdbl bullet 2024: onedotenleader twodotenleader =twodotleader
ellipsis 202C: afii61573 afii61574 afii61575 2030: perthousand 2032: minute =prime second 2035:
primereversed 2039: guilsinglleft guilsinglright referencemark exclamdbl 203E: overline 2042: asterism 2044:
fraction 2070: zerosuperior 2074: foursuperior fivesuperior sixsuperior sevensuperior eightsuperior
ninesuperior plussuperior 207C: equalsuperior parenleftsuperior parenrightsuperior nsuperior zeroinferior
oneinferior twoinferior threeinferior fourinferior fiveinferior sixinferior seveninferior eightinferior
nineinferior 208D: parenleftinferior parenrightinferior 20A1: colonmonetary =colonsign cruzeiro franc
afii08941 =lira 20A7: peseta 20A9: won afii57636 =newsheqelsign =sheqel =sheqelhebrew dong Euro =euro 2103:
centigrade 2105: afii61248 =careof 2109: fahrenheit 210F: planckover2pi =planckover2pi1 2111: Ifraktur 2113:
afii61289 =lsquare 2116: afii61352 =numero 2118: weierstrass 211C: Rfraktur 211E: prescription 2121:
telephone trademark =trademarksans =trademarkserif 2126: Ohm =Omega 212B: angstrom 212E: estimated 2135:
aleph 2153: onethird twothirds 215B: oneeighth threeeighths fiveeighths seveneighths 2160: Oneroman Tworoman
Threeroman Fourroman Fiveroman Sixroman Sevenroman Eightroman Nineroman Tenroman Elevenroman Twelveroman
2170: oneroman tworoman threeroman fourroman fiveroman sixroman sevenroman eightroman nineroman tenroman
elevenroman twelveroman 2190: arrowleft arrowup arrowright arrowdown arrowboth arrowupdn arrowupleft
=arrownorthwest arrowupright =arrownortheast arrowdownright =arrowsoutheast arrowdownleft =arrowsouthwest
21A8: arrowupdnbse =arrowupdownbase arrowhookright arrowhookleft 21B5: carriagereturn 21BC:
harpoonleftbarbup =arrowlefttophalf arrowleftbothalf 21C0: harpoonrightbarbup =arrowrighttophalf
arrowrightbothalf 21C4: arrowrightoverleft arrowupleftofdown arrowleftoverright 21CD: arrowleftdblstroke
21CF: arrowrightdblstroke arrowdblleft =arrowleftdbl arrowdblup arrowdblright =dblarrowright arrowdbldown
arrowdblboth =dblarrowleft 21DE: pageup pagedown arrowdashleft arrowdashup arrowdashright arrowdashdown
arrowtableft arrowtabright arrowleftwhite arrowupwhite arrowrightwhite arrowdownwhite capslock 2200: forall
=universal 2202: partialdiff existential =thereexists 2205: emptyset Delta =increment gradient =nabla
element notelement =notelementof 220B: suchthat notcontains 220F: product 2211: summation minus minusplus
2215: divisionslash 2217: asteriskmath 2219: bulletoperator radical =radicalbt =radicaltp =radicalvertex
221D: proportional infinity orthogonal =rightangle angle 2223: divides =vextendsingle 2225: parallel
=vextenddouble notparallel logicaland logicalor intersection union integral dblintegral 222E:
contourintegral 2234: therefore because ratio proportion 223C: similar =tildeoperator reversedtilde 2243:
asymptoticallyequal 2245: approximatelyequal =congruent 2248: approxequal 224C: allequal 2250: approaches
geometricallyequal approxequalorimage imageorapproximatelyequal 2260: notequal equivalence notidentical
2264: lessequal greaterequal lessoverequal greateroverequal 226A: muchless muchgreater 226E: notless
notgreater notlessnorequal notgreaternorequal lessorequivalent greaterorequivalent 2276: lessorgreater
greaterorless 2279: notgreaternorless precedes succeeds 2280: notprecedes notsucceeds propersubset =subset
propersuperset =superset notsubset notsuperset reflexsubset =subsetorequal reflexsuperset =supersetorequal
228A: subsetnotequal supersetnotequal 2295: circleplus =pluscircle minuscircle circlemultiply =timescircle
2299: circleot 22A3: tackleft tackdown perpendicular 22BF: righttriangle 22C5: dotmath 22CE: curlyor
curlyand 22DA: lessequalorgreater greaterequalorless 22EE: ellipsisvertical 2302: house control 2305:
projective 2310: logicalnotreversed =revlogicalnot 2312: arc 2318: propellor 2320: integraltop =integraltp
integralbottom =integralbt 2325: option deleteright clear 2329: angleleft angleright deleteleft 2423: blank
2460: onecircle twocircle threecircle fourcircle fivecircle sixcircle sevencircle eightcircle ninecircle
tencircle elevencircle twelvecircle thirteencircle fourteencircle fifteencircle sixteencircle
seventeencircle eighteencircle nineteencircle twentycircle oneparen twoparen threeparen fourparen fiveparen
sixparen sevenparen eightparen nineparen tenparen elevenparen twelveparen thirteenparen fourteenparen
fifteenparen sixteenparen seventeenparen eighteenparen nineteenparen twentyparen oneperiod twoperiod
threeperiod fourperiod fiveperiod sixperiod sevenperiod eightperiod nineperiod tenperiod elevenperiod
twelveperiod thirteenperiod fourteenperiod fifteenperiod sixteenperiod seventeenperiod eighteenperiod
nineteenperiod twentyperiod aparen bparen cparen dparen eparen fparen gparen hparen iparen jparen kparen
lparen mparen nparen oparen pparen qparen rparen sparen tparen uparen vparen wparen xparen yparen zparen
Acircle Bcircle Ccircle Dcircle Ecircle Fcircle Gcircle Hcircle Icircle Jcircle Kcircle Lcircle Mcircle
Ncircle Ocircle Pcircle Qcircle Rcircle Scircle Tcircle Ucircle Vcircle Wcircle Xcircle Ycircle Zcircle
acircle bcircle ccircle dcircle ecircle fcircle gcircle hcircle icircle jcircle kcircle lcircle mcircle
ncircle ocircle pcircle qcircle rcircle scircle tcircle ucircle vcircle wcircle xcircle ycircle zcircle
2500: SF100000 2502: SF110000 250C: SF010000 2510: SF030000 2514: SF020000 2518: SF040000 251C: SF080000
2524: SF090000 252C: SF060000 2534: SF070000 253C: SF050000 2550: SF430000 SF240000 SF510000 SF520000
SF390000 SF220000 SF210000 SF250000 SF500000 SF490000 SF380000 SF280000 SF270000 SF260000 SF360000 SF370000
SF420000 SF190000 SF200000 SF230000 SF470000 SF480000 SF410000 SF450000 SF460000 SF400000 SF540000 SF530000
SF440000 2580: upblock 2584: dnblock 2588: block 258C: lfblock 2590: rtblock ltshade =shadelight shade
=shademedium dkshade =shadedark 25A0: blacksquare =filledbox H22073 =whitesquare 25A3:
squarewhitewithsmallblack squarehorizontalfill squareverticalfill squareorthogonalcrosshatchfill
squareupperlefttolowerrightfill squareupperrighttolowerleftfill squarediagonalcrosshatchfill H18543
=blacksmallsquare H18551 =whitesmallsquare blackrectangle =filledrect 25B2: blackuppointingtriangle =triagup
whiteuppointingtriangle blackuppointingsmalltriangle whiteuppointingsmalltriangle blackrightpointingtriangle
whiterightpointingtriangle 25B9: whiterightpointingsmalltriangle blackrightpointingpointer =triagrt 25BC:
blackdownpointingtriangle =triagdn whitedownpointingtriangle 25BF: whitedownpointingsmalltriangle
blackleftpointingtriangle whiteleftpointingtriangle 25C3: whiteleftpointingsmalltriangle
blackleftpointingpointer =triaglf 25C6: blackdiamond whitediamond whitediamondcontainingblacksmalldiamond
fisheye lozenge circle =whitecircle dottedcircle 25CE: bullseye H18533 =blackcircle circlewithlefthalfblack
circlewithrighthalfblack 25D8: bulletinverse =invbullet invcircle =whitecircleinverse 25E2:
blacklowerrighttriangle blacklowerlefttriangle blackupperlefttriangle blackupperrighttriangle openbullet
=whitebullet 25EF: largecircle 2605: blackstar whitestar 260E: telephoneblack whitetelephone 261C:
pointingindexleftwhite pointingindexupwhite pointingindexrightwhite pointingindexdownwhite 262F: yinyang
263A: smileface =whitesmilingface blacksmilingface =invsmileface compass =sun 2640: female =venus earth male
=mars 2660: spade =spadesuitblack heartsuitwhite diamondsuitwhite club =clubsuitblack spadesuitwhite heart
=heartsuitblack diamond clubsuitwhite hotsprings quarternote musicalnote eighthnotebeamed =musicalnotedbl
beamedsixteenthnotes musicflatsign 266F: musicsharpsign 2713: checkmark 278A: onecircleinversesansserif
twocircleinversesansserif threecircleinversesansserif fourcircleinversesansserif fivecircleinversesansserif
sixcircleinversesansserif sevencircleinversesansserif eightcircleinversesansserif ninecircleinversesansserif
279E: arrowrightheavy F6BE: dotlessj LL ll F6C3: commaaccent afii10063 afii10064 afii10192 afii10831
afii10832 Acute Caron Dieresis DieresisAcute DieresisGrave Grave Hungarumlaut Macron cyrBreve cyrFlex
dblGrave cyrbreve cyrflex dblgrave dieresisacute dieresisgrave F6DC: onefitted rupiah threequartersemdash
F884: maihanakatleftthai saraileftthai saraiileftthai saraueleftthai saraueeleftthai maitaikhuleftthai
maiekupperleftthai maieklowrightthai maieklowleftthai maithoupperleftthai maitholowrightthai
maitholowleftthai maitriupperleftthai maitrilowrightthai maitrilowleftthai maichattawaupperleftthai
maichattawalowrightthai maichattawalowleftthai thanthakhatupperleftthai thanthakhatlowrightthai
thanthakhatlowleftthai nikhahitleftthai F8E5: radicalex arrowvertex arrowhorizex F8EB: parenlefttp
parenleftex parenleftbt bracketlefttp bracketleftex bracketleftbt bracelefttp braceleftmid braceleftbt
braceex integralex parenrighttp parenrightex parenrightbt bracketrighttp bracketrightex bracketrightbt
bracerighttp bracerightmid bracerightbt apple FE30: twodotleadervertical emdashvertical endashvertical
underscorevertical wavyunderscorevertical parenleftvertical parenrightvertical braceleftvertical
=bracehtipdownleft =bracehtipdownright bracerightvertical =bracehtipupleft =bracehtipupright
tortoiseshellbracketleftvertical tortoiseshellbracketrightvertical blacklenticularbracketleftvertical
blacklenticularbracketrightvertical dblanglebracketleftvertical dblanglebracketrightvertical
anglebracketleftvertical anglebracketrightvertical cornerbracketleftvertical cornerbracketrightvertical
whitecornerbracketleftvertical whitecornerbracketrightvertical FE49: overlinedashed overlinecenterline
overlinewavy overlinedblwavy lowlinedashed lowlinecenterline underscorewavy commasmall FE52: periodsmall
FE54: semicolonsmall colonsmall FE59: parenleftsmall parenrightsmall braceleftsmall bracerightsmall
tortoiseshellbracketleftsmall tortoiseshellbracketrightsmall numbersignsmall FE61: asterisksmall plussmall
hyphensmall lesssmall greatersmall equalsmall FE69: dollarsmall percentsmall atsmall FF01: exclammonospace
quotedblmonospace numbersignmonospace dollarmonospace percentmonospace ampersandmonospace
quotesinglemonospace parenleftmonospace parenrightmonospace asteriskmonospace plusmonospace commamonospace
hyphenmonospace periodmonospace slashmonospace zeromonospace onemonospace twomonospace threemonospace
fourmonospace fivemonospace sixmonospace sevenmonospace eightmonospace ninemonospace colonmonospace
semicolonmonospace lessmonospace equalmonospace greatermonospace questionmonospace atmonospace Amonospace
Bmonospace Cmonospace Dmonospace Emonospace Fmonospace Gmonospace Hmonospace Imonospace Jmonospace
Kmonospace Lmonospace Mmonospace Nmonospace Omonospace Pmonospace Qmonospace Rmonospace Smonospace
Tmonospace Umonospace Vmonospace Wmonospace Xmonospace Ymonospace Zmonospace bracketleftmonospace
backslashmonospace bracketrightmonospace asciicircummonospace underscoremonospace gravemonospace amonospace
bmonospace cmonospace dmonospace emonospace fmonospace gmonospace hmonospace imonospace jmonospace
kmonospace lmonospace mmonospace nmonospace omonospace pmonospace qmonospace rmonospace smonospace
tmonospace umonospace vmonospace wmonospace xmonospace ymonospace zmonospace braceleftmonospace barmonospace
bracerightmonospace asciitildemonospace FF61: periodhalfwidth cornerbracketlefthalfwidth
cornerbracketrighthalfwidth ideographiccommaleft middledotkatakanahalfwidth wokatakanahalfwidth
asmallkatakanahalfwidth ismallkatakanahalfwidth usmallkatakanahalfwidth esmallkatakanahalfwidth
osmallkatakanahalfwidth yasmallkatakanahalfwidth yusmallkatakanahalfwidth yosmallkatakanahalfwidth
tusmallkatakanahalfwidth katahiraprolongmarkhalfwidth akatakanahalfwidth ikatakanahalfwidth
ukatakanahalfwidth ekatakanahalfwidth okatakanahalfwidth kakatakanahalfwidth kikatakanahalfwidth
kukatakanahalfwidth kekatakanahalfwidth kokatakanahalfwidth sakatakanahalfwidth sikatakanahalfwidth
sukatakanahalfwidth sekatakanahalfwidth sokatakanahalfwidth takatakanahalfwidth tikatakanahalfwidth
tukatakanahalfwidth tekatakanahalfwidth tokatakanahalfwidth nakatakanahalfwidth nikatakanahalfwidth
nukatakanahalfwidth nekatakanahalfwidth nokatakanahalfwidth hakatakanahalfwidth hikatakanahalfwidth
hukatakanahalfwidth hekatakanahalfwidth hokatakanahalfwidth makatakanahalfwidth mikatakanahalfwidth
mukatakanahalfwidth mekatakanahalfwidth mokatakanahalfwidth yakatakanahalfwidth yukatakanahalfwidth
yokatakanahalfwidth rakatakanahalfwidth rikatakanahalfwidth rukatakanahalfwidth rekatakanahalfwidth
rokatakanahalfwidth wakatakanahalfwidth nkatakanahalfwidth voicedmarkkanahalfwidth
semivoicedmarkkanahalfwidth FFE0: centmonospace sterlingmonospace FFE3: macronmonospace FFE5: yenmonospace
wonmonospace
`;
