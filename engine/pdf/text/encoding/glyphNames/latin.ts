/**
 * Names of Latin letters, of the marks and signs up to U+036F, and of ligatures, after the Adobe Glyph List.
 * Read by readGlyphNames, which says how they are written.
 */
export const LATIN_GLYPH_NAMES = `
20: space =spacehackarabic exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft
parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon
semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft
backslash bracketright asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z
braceleft bar =verticalbar braceright asciitilde controlDEL A0: nbspace =nonbreakingspace exclamdown cent
sterling currency yen brokenbar section dieresis circlecopyrt =copyright =copyrightsans =copyrightserif
ordfeminine guillemotleft logicalnot sfthyphen =softhyphen registered =registersans =registerserif macron
=overscore degree plusminus twosuperior threesuperior acute mu =mu1 paragraph middot =periodcentered cedilla
onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown Agrave Aacute
Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex
Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex
Udieresis Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute
ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde
odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis Amacron amacron Abreve
abreve Aogonek aogonek Cacute cacute Ccircumflex ccircumflex Cdot =Cdotaccent cdot =cdotaccent Ccaron ccaron
Dcaron dcaron Dcroat =Dslash dcroat =dmacron Emacron emacron Ebreve ebreve Edot =Edotaccent edot =edotaccent
Eogonek eogonek Ecaron ecaron Gcircumflex gcircumflex Gbreve gbreve Gdot =Gdotaccent gdot =gdotaccent
Gcedilla =Gcommaaccent gcedilla =gcommaaccent Hcircumflex hcircumflex Hbar hbar Itilde itilde Imacron
imacron Ibreve ibreve Iogonek iogonek Idot =Idotaccent dotlessi IJ ij Jcircumflex jcircumflex Kcedilla
=Kcommaaccent kcedilla =kcommaaccent kgreenlandic Lacute lacute Lcedilla =Lcommaaccent lcedilla
=lcommaaccent Lcaron lcaron Ldot =Ldotaccent ldot =ldotaccent Lslash lslash Nacute nacute Ncedilla
=Ncommaaccent ncedilla =ncommaaccent Ncaron ncaron napostrophe =quoterightn Eng eng Omacron omacron Obreve
obreve Odblacute =Ohungarumlaut odblacute =ohungarumlaut OE oe Racute racute Rcedilla =Rcommaaccent rcedilla
=rcommaaccent Rcaron rcaron Sacute sacute Scircumflex scircumflex Scedilla scedilla Scaron scaron Tcedilla
=Tcommaaccent tcedilla =tcommaaccent Tcaron tcaron Tbar tbar Utilde utilde Umacron umacron Ubreve ubreve
Uring uring Udblacute =Uhungarumlaut udblacute =uhungarumlaut Uogonek uogonek Wcircumflex wcircumflex
Ycircumflex ycircumflex Ydieresis Zacute zacute Zdot =Zdotaccent zdot =zdotaccent Zcaron zcaron longs =slong
bstroke Bhook Btopbar btopbar Tonesix tonesix Oopen Chook chook Dafrican Dhook Dtopbar dtopbar deltaturned
Ereversed Schwa Eopen Fhook florin Ghook Gammaafrican hv Iotaafrican Istroke Khook khook lbar lambdastroke
Mturned Nhookleft nlegrightlong Ocenteredtilde Ohorn ohorn Oi oi Phook phook yr Tonetwo tonetwo Esh
eshreversedloop tpalatalhook Thook thook Tretroflexhook Uhorn uhorn Upsilonafrican Vhook Yhook yhook Zstroke
zstroke Ezh Ezhreversed ezhreversed ezhtail twostroke Tonefive tonefive glottalinvertedstroke wynn
clickdental clicklateral clickalveolar clickretroflex DZcaron Dzcaron dzcaron LJ Lj lj NJ Nj nj Acaron
acaron Icaron icaron Ocaron ocaron Ucaron ucaron Udieresismacron udieresismacron Udieresisacute
udieresisacute Udieresiscaron udieresiscaron Udieresisgrave udieresisgrave eturned Adieresismacron
adieresismacron Adotmacron adotmacron AEmacron aemacron Gstroke gstroke Gcaron gcaron Kcaron kcaron Oogonek
oogonek Oogonekmacron oogonekmacron Ezhcaron ezhcaron jcaron DZ Dz dz Gacute gacute 1FA: Aringacute
aringacute AEacute aeacute Oslashacute =Ostrokeacute oslashacute =ostrokeacute Adblgrave adblgrave
Ainvertedbreve ainvertedbreve Edblgrave edblgrave Einvertedbreve einvertedbreve Idblgrave idblgrave
Iinvertedbreve iinvertedbreve Odblgrave odblgrave Oinvertedbreve oinvertedbreve Rdblgrave rdblgrave
Rinvertedbreve rinvertedbreve Udblgrave udblgrave Uinvertedbreve uinvertedbreve Scommaaccent scommaaccent
250: aturned ascript ascriptturned bhook oopen ccurl dtail dhook ereversed schwa schwahook eopen
eopenreversed eopenreversedhook eopenreversedclosed jdotlessstroke ghook gscript 263: gammalatinsmall
ramshorn hturned hhook henghook istroke iotalatin 26B: lmiddletilde lbelt lhookretroflex lezh mturned
mlonglegturned mhook nhookleft nhookretroflex 275: obarred 277: omegalatinclosed philatin rturned
rlonglegturned rhookturned rlongleg rhook rfishhook rfishhookreversed 281: Rsmallinverted shook esh
dotlessjstrokehook eshsquatreversed eshcurl tturned tretroflexhook ubar upsilonlatin vhook vturned wturned
yturned 290: zretroflexhook zcurl ezh ezhcurl glottalstop glottalstopreversed glottalstopinverted cstretched
bilabialclick 29A: eopenclosed Gsmallhook 29D: jcrossedtail kturned 2A0: qhook glottalstopstroke
glottalstopstrokereversed dzaltone dezh dzcurl ts tesh tccurl 2B0: hsuperior hhooksuperior jsuperior 2B4:
rturnedsuperior rhookturnedsuperior Rsmallinvertedsuperior wsuperior ysuperior primemod dblprimemod
commaturnedmod afii57929 =apostrophemod afii64937 =commareversedmod ringhalfright ringhalfleft
glottalstopmod glottalstopreversedmod arrowheadleftmod arrowheadrightmod arrowheadupmod arrowheaddownmod
circumflex caron verticallinemod firsttonechinese secondtonechinese fourthtonechinese verticallinelowmod
macronlowmod gravelowmod acutelowmod colontriangularmod colontriangularhalfmod ringhalfrightcentered
ringhalfleftcentered uptackmod downtackmod plusmod minusmod breve dotaccent ring ogonek ilde =tilde
=tildewide =tildewider =tildewidest hungarumlaut rhotichookmod 2E0: gammasuperior 2E3: xsuperior
glottalstopreversedsuperior tonebarextrahighmod tonebarhighmod tonebarmidmod tonebarlowmod
tonebarextralowmod 300: gravecmb =gravecomb acutecmb =acutecomb circumflexcmb =hatwide =hatwider =hatwidest
tildecmb =tildecomb macroncmb overlinecmb brevecmb dotaccentcmb dieresiscmb hookabovecomb =hookcmb ringcmb
hungarumlautcmb caroncmb verticallineabovecmb dblverticallineabovecmb dblgravecmb candrabinducmb
breveinvertedcmb commaturnedabovecmb commaabovecmb commareversedabovecmb commaaboverightcmb gravebelowcmb
acutebelowcmb lefttackbelowcmb righttackbelowcmb leftangleabovecmb horncmb ringhalfleftbelowcmb
uptackbelowcmb downtackbelowcmb plusbelowcmb minusbelowcmb hookpalatalizedbelowcmb hookretroflexbelowcmb
dotbelowcmb =dotbelowcomb dieresisbelowcmb ringbelowcmb 327: cedillacmb ogonekcmb verticallinebelowcmb
bridgebelowcmb dblarchinvertedbelowcmb caronbelowcmb circumflexbelowcmb brevebelowcmb breveinvertedbelowcmb
tildebelowcmb macronbelowcmb lowlinecmb dbllowlinecmb tildeoverlaycmb strokeshortoverlaycmb
strokelongoverlaycmb solidusshortoverlaycmb soliduslongoverlaycmb ringhalfrightbelowcmb
bridgeinvertedbelowcmb squarebelowcmb seagullbelowcmb xabovecmb tildeverticalcmb dbloverlinecmb gravetonecmb
acutetonecmb perispomenigreekcmb koroniscmb dialytikatonoscmb ypogegrammenigreekcmb 360: tildedoublecmb
breveinverteddoublecmb 1E00: Aringbelow aringbelow Bdotaccent bdotaccent Bdotbelow bdotbelow Blinebelow
blinebelow Ccedillaacute ccedillaacute Ddotaccent ddotaccent Ddotbelow ddotbelow Dlinebelow dlinebelow
Dcedilla dcedilla Dcircumflexbelow dcircumflexbelow Emacrongrave emacrongrave Emacronacute emacronacute
Ecircumflexbelow ecircumflexbelow Etildebelow etildebelow Ecedillabreve ecedillabreve Fdotaccent fdotaccent
Gmacron gmacron Hdotaccent hdotaccent Hdotbelow hdotbelow Hdieresis hdieresis Hcedilla hcedilla Hbrevebelow
hbrevebelow Itildebelow itildebelow Idieresisacute idieresisacute Kacute kacute Kdotbelow kdotbelow
Klinebelow klinebelow Ldotbelow ldotbelow Ldotbelowmacron ldotbelowmacron Llinebelow llinebelow
Lcircumflexbelow lcircumflexbelow Macute macute Mdotaccent mdotaccent Mdotbelow mdotbelow Ndotaccent
ndotaccent Ndotbelow ndotbelow Nlinebelow nlinebelow Ncircumflexbelow ncircumflexbelow Otildeacute
otildeacute Otildedieresis otildedieresis Omacrongrave omacrongrave Omacronacute omacronacute Pacute pacute
Pdotaccent pdotaccent Rdotaccent rdotaccent Rdotbelow rdotbelow Rdotbelowmacron rdotbelowmacron Rlinebelow
rlinebelow Sdotaccent sdotaccent Sdotbelow sdotbelow Sacutedotaccent sacutedotaccent Scarondotaccent
scarondotaccent Sdotbelowdotaccent sdotbelowdotaccent Tdotaccent tdotaccent Tdotbelow tdotbelow Tlinebelow
tlinebelow Tcircumflexbelow tcircumflexbelow Udieresisbelow udieresisbelow Utildebelow utildebelow
Ucircumflexbelow ucircumflexbelow Utildeacute utildeacute Umacrondieresis umacrondieresis Vtilde vtilde
Vdotbelow vdotbelow Wgrave wgrave Wacute wacute Wdieresis wdieresis Wdotaccent wdotaccent Wdotbelow
wdotbelow Xdotaccent xdotaccent Xdieresis xdieresis Ydotaccent ydotaccent Zcircumflex zcircumflex Zdotbelow
zdotbelow Zlinebelow zlinebelow hlinebelow tdieresis wring yring arighthalfring slongdotaccent 1EA0:
Adotbelow adotbelow Ahookabove ahookabove Acircumflexacute acircumflexacute Acircumflexgrave
acircumflexgrave Acircumflexhookabove acircumflexhookabove Acircumflextilde acircumflextilde
Acircumflexdotbelow acircumflexdotbelow Abreveacute abreveacute Abrevegrave abrevegrave Abrevehookabove
abrevehookabove Abrevetilde abrevetilde Abrevedotbelow abrevedotbelow Edotbelow edotbelow Ehookabove
ehookabove Etilde etilde Ecircumflexacute ecircumflexacute Ecircumflexgrave ecircumflexgrave
Ecircumflexhookabove ecircumflexhookabove Ecircumflextilde ecircumflextilde Ecircumflexdotbelow
ecircumflexdotbelow Ihookabove ihookabove Idotbelow idotbelow Odotbelow odotbelow Ohookabove ohookabove
Ocircumflexacute ocircumflexacute Ocircumflexgrave ocircumflexgrave Ocircumflexhookabove
ocircumflexhookabove Ocircumflextilde ocircumflextilde Ocircumflexdotbelow ocircumflexdotbelow Ohornacute
ohornacute Ohorngrave ohorngrave Ohornhookabove ohornhookabove Ohorntilde ohorntilde Ohorndotbelow
ohorndotbelow Udotbelow udotbelow Uhookabove uhookabove Uhornacute uhornacute Uhorngrave uhorngrave
Uhornhookabove uhornhookabove Uhorntilde uhorntilde Uhorndotbelow uhorndotbelow Ygrave ygrave Ydotbelow
ydotbelow Yhookabove yhookabove Ytilde ytilde FB00: ff =f_f fi =f_i fl =f_l ffi =f_f_i ffl =f_f_l
`;
